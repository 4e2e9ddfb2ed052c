import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { PageProps } from "#core/web.ts";
import { Title } from "#ui/page.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import type { Plan } from "./queries.ts";

const parts = [
  "plan",
  "series",
  "helpers",
  "proposals",
  "onSite",
  "lists",
  "roles",
  "rules",
  "imports",
  "settings",
] as const;

/** The pages of one plan. */
export type PlanPart = (typeof parts)[number];

type HeadProps = {
  readonly ctx: Context;
  readonly plan: Pick<Plan, "id" | "title" | "organization">;
  /** The page one is on, when it is one of the menu. */
  readonly part?: PlanPart | undefined;
  readonly heading?: string | undefined;
  readonly lead?: string | undefined;
};

/** The head of each page of a plan: whose it is, what the page is, and the way to the others. */
export const PlanHead = ({ ctx, plan, part, heading, lead }: HeadProps) => (
  <div>
    <Title
      kind={say(ctx)("partOf", { organization: plan.organization })}
      heading={heading ?? plan.title}
      lead={lead}
    />
    <Views
      ctx={ctx}
      views={parts.map((one) => ({
        href: paths[one](plan.id),
        label: say(ctx)(`part_${one}`),
        current: one === part,
      }))}
    />
  </div>
);

/** What the frame needs to know of a page of a plan: the office and the organization see the same in their own frame. */
export const planProps = (
  ctx: Context,
  plan: Pick<Plan, "id" | "title">,
  title: string,
  status: 200 | 409 | 422 = 200,
): PageProps => ({
  title,
  status,
  area: isStaff(ctx.actor) ? "office" : "public",
  hidden: true,
  crumbs: [
    { href: paths.plans, label: say(ctx)("plans") },
    { href: paths.plan(plan.id), label: plan.title },
  ],
});
