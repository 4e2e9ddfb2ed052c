import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, paragraph, read, whole } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { findPlaces } from "#modules/shifts/places/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, findShift, type Plan, type ShiftRow } from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { endCall, makeCall } from "./commands.ts";
import { say } from "./messages.ts";
import { findCandidates, listCalls } from "./queries.ts";
import { CallsPage, type Thin } from "./views.tsx";

const CallForm = z.object({
  need: z.string().refine((text): text is Id<"shiftNeed"> => isId<"shiftNeed">(text), { error: "choose" }),
  most: whole(1, 50),
  words: paragraph(300).optional(),
});

type Asked = { readonly plan: Plan; readonly shift: ShiftRow };
type Problem = { readonly form?: Filled; readonly refusal?: string; readonly status?: 200 | 409 | 422 };

const askedIn = async (page: Page): Promise<Asked> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  const shift = found(await findShift(ctx, idIn(page, "shift")));
  return { plan, shift: found(shift.opportunityId === plan.id ? shift : undefined) };
};

/** The roles that lack people, each with how many could be asked. A shift has few roles. */
const thinOf = async (page: Page, { plan, shift }: Asked): Promise<Thin[]> => {
  const ctx = page.get("ctx");
  const needs = shift.needs.filter(({ taken, minimum }) => taken < minimum).slice(0, 8);
  const offer = found(await findOpportunity(ctx, plan.id));
  const places = new Map(
    (
      await findPlaces(
        ctx,
        needs.map(({ id }) => id),
      )
    ).map((place) => [place.id, place]),
  );
  const thin: Thin[] = [];
  for (const need of needs) {
    const { askable, spent } = await findCandidates(ctx, found(places.get(need.id)), offer);
    thin.push({ need, askable: askable.length, spent });
  }
  return thin;
};

const show = async (page: Page, asked: Asked, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const { plan, shift } = asked;
  const isPast = shift.canceledAt !== null || shift.startsAt <= ctx.now;
  return page.render(
    <CallsPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      shift={shift}
      thin={isPast ? [] : await thinOf(page, asked)}
      calls={await listCalls(ctx, shift.id)}
      isPast={isPast}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, say(ctx)("heading"), status),
  );
};

/** `/schichtplan/:id/schichten/:shift/hilferuf`: a few who fit are asked to help. */
export const pages = routes()
  .get("/:id/schichten/:shift/hilferuf", async (page) => show(page, await askedIn(page)))
  .post("/:id/schichten/:shift/hilferuf", async (page) => {
    const ctx = page.get("ctx");
    const asked = await askedIn(page);
    const path = paths.calls(asked.plan.id, asked.shift.id);
    const body = await sent(page);
    const { end } = body;
    if (typeof end === "string" && isId<"shiftCall">(end)) {
      await endCall(ctx, asked.shift.id, end);
      return seeOther(page, path, "beendet");
    }
    const input = read(ctx, CallForm, body);
    if (!input.ok) return show(page, asked, { form: input.form, status: 422 });
    const { need, most, words } = input.value;
    found(asked.shift.needs.find(({ id }) => id === need));
    const outcome = await makeCall(ctx, { needId: need, most, words });
    if (outcome.ok) return seeOther(page, path, "gerufen");
    const refusal = say(ctx)(`refused_${outcome.because}`);
    return show(page, asked, { form: input.form, refusal, status: 409 });
  });
