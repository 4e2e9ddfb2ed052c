import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { markSeen } from "#modules/courses/holders/commands.ts";
import { listHeld } from "#modules/courses/qualifications/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { changeHelper, Limits, pairHelpers, removeHelper, type Wish } from "#modules/shifts/pool/commands.ts";
import { say } from "#modules/shifts/pool/messages.ts";
import {
  findHelper,
  findWishes,
  type HelperRow,
  listMembers,
  listPairs,
  listPlaces,
  preferences,
} from "#modules/shifts/pool/queries.ts";
import { findPlan, listShifts, type Plan } from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { type MemberNotice, MemberPage, wishField } from "./views.tsx";

const helperIn = async (page: Page): Promise<{ plan: Plan; helper: HelperRow }> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  const helper = found(await findHelper(ctx, idIn(page, "helper")));
  return { plan, helper: found(helper.opportunityId === plan.id ? helper : undefined) };
};

const notices = { gespeichert: "changedNotice", paar: "pairedNotice", gesehen: "seenNotice" } as const;

type Told = { readonly form?: Filled; readonly notice?: MemberNotice };

const show = async (page: Page, told: Told = {}) => {
  const ctx = page.get("ctx");
  const { plan, helper } = await helperIn(page);
  looked(page, helper.personId, say(ctx)("looked", { title: plan.title }));
  return page.render(
    <MemberPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      helper={helper}
      wishes={await findWishes(ctx, plan.id, helper.personId)}
      places={await listPlaces(ctx, plan.id, helper.personId)}
      shifts={await listShifts(ctx, plan.id, { from: ctx.now, limit: 200 })}
      members={await listMembers(ctx, plan.id)}
      pairs={await listPairs(ctx, plan.id)}
      held={await listHeld(ctx, helper.personId)}
      form={told.form}
      notice={told.notice ?? Object.entries(notices).find(([name]) => name === asked(page)["hinweis"])?.[1]}
    />,
    planProps(ctx, plan, helper.name, told.form ? 422 : told.notice ? 409 : 200),
  );
};

const wishesIn = (body: Readonly<Record<string, unknown>>): Wish[] =>
  Object.entries(body).flatMap(([field, value]): Wish[] => {
    const need = field.startsWith(wishField("")) ? field.slice(wishField("").length) : "";
    const preference = preferences.find((code) => String(code) === value);
    return isId<"shiftNeed">(need) && preference !== undefined ? [{ needId: need, preference }] : [];
  });

const helper = z.string().refine((text): text is Id<"helper"> => isId<"helper">(text), { error: "choose" });
const Pair = z.object({ other: helper, kind: z.enum(["together", "apart"]).optional() });

/** `/schichtplan/:id/menschen/:helper`: one of the pool. */
export const pages = routes()
  .get("/:id/menschen/:helper", (page) => show(page))
  .post("/:id/menschen/:helper", async (page) => {
    const ctx = page.get("ctx");
    const { plan, helper: one } = await helperIn(page);
    const body = await sent(page);
    const input = read(ctx, Limits, body);
    if (!input.ok) return show(page, { form: input.form });
    await changeHelper(ctx, plan.id, one.id, { ...input.value, wishes: wishesIn(body) });
    return seeOther(page, paths.helper(plan.id, one.id), "gespeichert");
  })
  .post("/:id/menschen/:helper/paare", async (page) => {
    const ctx = page.get("ctx");
    const { plan, helper: one } = await helperIn(page);
    const input = read(ctx, Pair, await sent(page));
    if (!input.ok) return show(page, { form: input.form });
    const outcome = await pairHelpers(ctx, plan.id, [one.id, input.value.other], input.value.kind);
    return outcome.ok
      ? seeOther(page, paths.helper(plan.id, one.id), "paar")
      : show(page, { notice: "errorSelf" });
  })
  .post("/:id/menschen/:helper/nachweise/:held", async (page) => {
    const ctx = page.get("ctx");
    const { plan, helper: one } = await helperIn(page);
    const held = await listHeld(ctx, one.personId);
    const row = found(held.find(({ id }) => id === idIn(page, "held")));
    const outcome = await markSeen(ctx, row.id, [plan.organizationId]);
    return outcome.ok
      ? seeOther(page, paths.helper(plan.id, one.id), "gesehen")
      : show(page, { notice: "errorExpired" });
  })
  .post("/:id/menschen/:helper/ende", async (page) => {
    const ctx = page.get("ctx");
    const { plan, helper: one } = await helperIn(page);
    await removeHelper(ctx, plan.id, one.id);
    return seeOther(page, paths.helpers(plan.id), "entfernt");
  });
