import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Job, JobData } from "#core/jobs.ts";
import { sendMail } from "#core/mail.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { refreshOutdated } from "#modules/shifts/counts/commands.ts";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { findPlan, findShift, listConcerned, type Plan, type ShiftRow } from "./queries.ts";

const threeDays = 3 * 86_400_000;

type Concerned = Awaited<ReturnType<typeof listConcerned>>[number];

const newsOf = (ctx: Context, plan: Plan, shift: ShiftRow, before: Date) => {
  const words = say(ctx);
  const when = dayAndTime(ctx, shift.startsAt, shift.endsAt);
  const { title, organization } = plan;
  if (shift.canceledAt) {
    const why = shift.canceledWhy && words("canceledWhy", { why: shift.canceledWhy });
    return {
      subject: words("canceledSubject", { when }),
      paragraphs: [words("canceledText", { title, organization, when }), why, words("canceledAsk")],
      action: { label: words("canceledAction"), path: paths.choose(plan.slug) },
    };
  }
  const where = shift.whereText && words("movedWhere", { where: shift.whereText });
  const was = dayAndTime(ctx, before);
  return {
    subject: words("movedSubject", { when }),
    paragraphs: [words("movedText", { title, organization, when, before: was }), where, words("movedAsk")],
    action: { label: words("movedAction"), path: paths.mine },
  };
};

const tellOne = async (ctx: Context, plan: Plan, shift: ShiftRow, before: Date, person: Concerned) => {
  const { subject, paragraphs, action } = newsOf({ ...ctx, language: person.language }, plan, shift, before);
  const said = paragraphs.filter((paragraph) => paragraph !== "");
  const key = `shift:${shift.id}:${shift.revision}`;
  const soon = Math.min(+before, +shift.startsAt) - +ctx.now <= threeDays;
  if (!soon || !person.email) {
    const notice = { title: subject, text: said.join("\n"), path: action.path, until: shift.endsAt };
    return notify(ctx, { personId: person.id, key, kind: "shift", ...notice });
  }
  return sendMail(ctx, {
    key: `${key}:${person.id}`,
    kind: shift.canceledAt ? "shift.canceled" : "shift.moved",
    to: { email: person.email, name: person.name, personId: person.id, language: person.language },
    subject,
    paragraphs: said,
    actions: [action],
  });
};

/** Tells everybody who signed up: at once when it is within three days, else with their next letter. */
const tellConcerned = async (ctx: Context, data: JobData): Promise<void> => {
  const shift = await findShift(ctx, data["shift"] as Id<"shift">);
  if (!shift) return;
  const plan = await findPlan(ctx, shift.opportunityId);
  if (!plan) return;
  const before = new Date(String(data["before"]));
  for (const person of await listConcerned(ctx, shift)) await tellOne(ctx, plan, shift, before, person);
};

export const jobs: readonly Job[] = [
  { name: "shift.tell", run: tellConcerned },
  // A shift has begun: the offer speaks of the next one.
  { name: "shift.refresh_offers", schedule: "3,33 * * * *", run: refreshOutdated },
];
