import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import { email, type Filled, line, phone, read, tick, withError } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type PersonDraft, type PlannedPerson, planPeople } from "#modules/people/imports/queries.ts";
import { ageBands } from "#modules/people/vocabulary.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, type Plan } from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { bringHelper, Limits } from "./commands.ts";
import { say } from "./messages.ts";
import { listHelpers, listMembers, listPairs } from "./queries.ts";
import { PoolPage, type PoolRefusal } from "./views.tsx";

const Somebody = Limits.extend({
  name: line(),
  email: email.optional(),
  phone: phone.optional(),
  ageBand: z.enum(ageBands).optional(),
  guardianName: line().optional(),
  guardianContact: line(300).optional(),
  guardianAgreed: tick,
  personId: z.string().max(60).optional(),
  despite: tick,
});

const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

type Told = {
  readonly form?: Filled;
  readonly refusal?: PoolRefusal;
  readonly double?: PlannedPerson;
};

const notices = { neu: "addedNotice", entfernt: "removedNotice" } as const;

const show = async (page: Page, plan: Plan, { form, refusal, double }: Told = {}) => {
  const ctx = page.get("ctx");
  const sought = String(page.req.query("q") ?? "").slice(0, 100);
  const number = Math.min(500, Math.max(1, Math.trunc(Number(page.req.query("seite"))) || 1));
  const { items, total } = await listHelpers(ctx, plan.id, { words: sought, page: number });
  for (const { personId } of isStaff(ctx.actor) ? [] : items)
    looked(page, personId, say(ctx)("looked", { title: plan.title }));
  const status = refusal || double ? 409 : form ? 422 : 200;
  return page.render(
    <PoolPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      items={items}
      total={total}
      page={number}
      sought={sought}
      pairs={await listPairs(ctx, plan.id)}
      form={form}
      notice={Object.entries(notices).find(([name]) => name === asked(page)["hinweis"])?.[1]}
      refusal={refusal}
      double={double}
    />,
    planProps(ctx, plan, say(ctx)("heading"), status),
  );
};

const draftOf = (value: z.output<typeof Somebody>): PersonDraft => ({
  line: 1,
  name: value.name,
  email: value.email,
  phone: value.phone,
  ageBand: value.ageBand,
  street: undefined,
  postcode: undefined,
  townName: undefined,
  guardianName: value.guardianName,
  guardianContact: value.guardianContact,
  guardianAgreed: value.guardianAgreed,
  problem: undefined,
});

const refusals = { already: "errorAlready", left: "errorLeft", guardian: "errorGuardian" } as const;

/** `/schichtplan/:id/menschen`: who could come. */
export const pages = routes()
  .get("/:id/menschen", async (page) => show(page, await planIn(page)))
  .post("/:id/menschen", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const input = read(ctx, Somebody, await sent(page));
    if (!input.ok) return show(page, plan, { form: input.form });
    const { value, form } = input;
    const guardian = value.guardianName && value.guardianContact && value.guardianAgreed;
    if (value.ageBand === "under16" && !guardian)
      return show(page, plan, { form: withError(form, "guardianName", say(ctx)("errorGuardian")) });
    const pool = new Set((await listMembers(ctx, plan.id)).map(({ personId }) => personId));
    const planned = await planPeople(ctx, [draftOf(value)], { pool, seesAll: isStaff(ctx.actor) });
    const person = found(planned[0]);
    if (person.state === "wrong")
      return show(page, plan, { form: withError(form, "email", say(ctx)("errorOtherName")) });
    const { mostShifts, hoursADay, hoursAWeek, words } = value;
    const outcome = await bringHelper(
      ctx,
      plan.id,
      { person, personId: value.personId, despite: value.despite },
      { mostShifts, hoursADay, hoursAWeek, words },
    );
    if (outcome.ok) return seeOther(page, paths.helpers(plan.id), "neu");
    if (outcome.because === "double") return show(page, plan, { form, double: person });
    return show(page, plan, { form, refusal: refusals[outcome.because] });
  });
