import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, line, paragraph, read } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listRoles, type Plan } from "#modules/shifts/queries.ts";
import { approve, assign, decline, removeSignup } from "#modules/shifts/signups/commands.ts";
import { findSignup, listSteps, type SignupRow } from "#modules/shifts/signups/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { keepSignup, type MoveRefusal, moveSignup } from "./commands.ts";
import { say } from "./messages.ts";
import { findContact, listTargets, listUnproven } from "./queries.ts";
import { SignupPage } from "./views.tsx";

type Problem = {
  readonly form?: Filled;
  readonly refusal?: string;
  readonly status?: 200 | 409 | 422;
};

const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

const signupIn = async (page: Page, plan: Plan): Promise<SignupRow> => {
  const row = found(await findSignup(page.get("ctx"), idIn(page, "signup")));
  return found(row.opportunityId === plan.id ? row : undefined);
};

const onTheList = ["asked", "confirmed", "offered", "waiting"] as const;

const showSignup = async (page: Page, plan: Plan, row: SignupRow, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const isLive = onTheList.some((state) => state === row.state);
  const roles = await listRoles(ctx, plan.id, { withRetired: true });
  if (row.personId) looked(page, row.personId, say(ctx)("looked", { offer: plan.title }));
  return page.render(
    <SignupPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      row={row}
      steps={(await listSteps(ctx, row.id)).toReversed()}
      unproven={(await listUnproven(ctx, roles, [row])).get(row.id) ?? []}
      targets={isLive ? await listTargets(ctx, plan, row) : []}
      contact={row.personId && isLive ? await findContact(ctx, row.personId) : undefined}
      form={problem.form}
      refusal={problem.refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, row.name, problem.status),
  );
};

const idOf = <Kind extends string>() =>
  z.string().refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" });

const Action = z.discriminatedUnion("tun", [
  z.object({ tun: z.literal("zusagen"), zum: z.literal("plan").optional() }),
  z.object({ tun: z.literal("ablehnen"), worte: paragraph(500).optional() }),
  z.object({
    tun: z.literal("verschieben"),
    bedarf: idOf<"shiftNeed">(),
    zum: z.literal("plan").optional(),
  }),
  z.object({ tun: z.literal("festhalten") }),
  z.object({ tun: z.literal("loesen") }),
  z.object({ tun: z.literal("herausnehmen"), worte: line(300) }),
]);

type Action = z.output<typeof Action>;
type Done = { readonly notice: string } | { readonly because: MoveRefusal };

const approved = async (page: Page, { id, state, needId, personId }: SignupRow): Promise<Done> => {
  const ctx = page.get("ctx");
  // Who waits is not asked about: they are put on the list, if there is a place.
  const outcome =
    state === "waiting" && personId
      ? await assign(ctx, { needId, personId, how: "office" })
      : await approve(ctx, id);
  return outcome.ok ? { notice: "zugesagt" } : { because: outcome.because };
};

const carriedOut = async (page: Page, row: SignupRow, action: Action): Promise<Done> => {
  const ctx = page.get("ctx");
  switch (action.tun) {
    case "zusagen":
      return approved(page, row);
    case "ablehnen": {
      const outcome = await decline(ctx, row.id, action.worte);
      return outcome.ok ? { notice: "abgelehnt" } : { because: outcome.because };
    }
    case "verschieben": {
      const outcome = await moveSignup(ctx, row.id, action.bedarf);
      return outcome.ok ? { notice: "verschoben" } : { because: outcome.because };
    }
    case "herausnehmen": {
      const outcome = await removeSignup(ctx, row.id, action.worte);
      return outcome.ok ? { notice: "entfernt" } : { because: outcome.because };
    }
    default: {
      await keepSignup(ctx, row.id, action.tun === "festhalten");
      return { notice: action.tun === "festhalten" ? "fest" : "frei" };
    }
  }
};

const act = async (page: Page) => {
  const ctx = page.get("ctx");
  const plan = await planIn(page);
  const row = await signupIn(page, plan);
  const input = read(ctx, Action, await sent(page));
  if (!input.ok) return showSignup(page, plan, row, { form: input.form, status: 422 });
  const result = await carriedOut(page, row, input.value);
  if ("because" in result) {
    const refusal = say(ctx)(`refused_${result.because}`);
    return showSignup(page, plan, row, { form: input.form, refusal, status: 409 });
  }
  const toPlan = "zum" in input.value && input.value.zum === "plan";
  return seeOther(page, toPlan ? paths.plan(plan.id) : paths.signup(plan.id, row.id), result.notice);
};

/** One sign-up, with what a planner can do about it. */
export const pages = routes()
  .get("/:id/anmeldungen/:signup{[0-9a-f-]{36}}", async (page) => {
    const plan = await planIn(page);
    return showSignup(page, plan, await signupIn(page, plan));
  })
  .post("/:id/anmeldungen/:signup{[0-9a-f-]{36}}", act);
