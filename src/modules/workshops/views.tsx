import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { PageProps } from "#core/web.ts";
import { Steps } from "#ui/facts.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import type { Workshop } from "./schema.ts";
import type { WorkshopState } from "./vocabulary.ts";

/** What the frame of an office page of one workshop needs. */
export const officeProps = (
  ctx: Context,
  workshop: Pick<Workshop, "id" | "title">,
  title: string,
  status: NonNullable<PageProps["status"]> = 200,
): PageProps => ({
  title,
  area: "office",
  status,
  crumbs: [
    { href: paths.register, label: say(ctx)("workshops") },
    { href: paths.office(workshop.id), label: workshop.title },
  ],
});

/** "Sa 5. Dezember, 10–16 Uhr" */
export const whenInWords = (ctx: Context, { startsAt, endsAt }: Pick<Workshop, "startsAt" | "endsAt">) =>
  dayAndTime(ctx, startsAt, endsAt);

const course = ["prepare", "invite", "day", "sort", "correct", "report"] as const;

const reached: Readonly<Record<WorkshopState, number>> = {
  draft: 0,
  announced: 1,
  running: 2,
  correcting: 4,
  finished: 5,
  canceled: -1,
};

/** Where the workshop stands between the first idea and its report. */
export const Course = ({ ctx, state }: { readonly ctx: Context; readonly state: WorkshopState }) => (
  <Steps
    ctx={ctx}
    steps={course.map((step, index) => ({
      label: say(ctx)(`step_${step}`),
      state: index < reached[state] ? "done" : index === reached[state] ? "current" : "ahead",
    }))}
  />
);
