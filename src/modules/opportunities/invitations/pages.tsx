import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { read, whole } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, manage } from "#modules/opportunities/paths.ts";
import { may } from "#modules/opportunities/policy.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { type FitRefusal, inviteFitting, mostWaiting, noteAnswer } from "./commands.ts";
import { say } from "./messages.ts";
import { findInvitation, listFitting, listToAsk, listYes, standingOf } from "./queries.ts";
import { PeoplePage } from "./views.tsx";

const Number10 = z.object({ anzahl: whole(1, mostWaiting) });

const offerOf = async (page: Page, desk: Desk) => {
  const ctx = page.get("ctx");
  if (desk === "office") allow(isStaff(ctx.actor));
  const offer = found(await findOpportunity(ctx, idIn(page)));
  allow(may.change(ctx, offer));
  return offer;
};

const draw = async (page: Page, desk: Desk, refusal?: FitRefusal) => {
  const ctx = page.get("ctx");
  const offer = await offerOf(page, desk);
  const standing = await standingOf(ctx, offer.id);
  const yes = await listYes(ctx, offer);
  const toAsk = desk === "office" ? await listToAsk(ctx, offer) : [];
  const purpose = say(ctx)("purpose", { title: offer.title });
  for (const { personId } of [...yes, ...toAsk]) looked(page, personId, purpose);
  const invited = /^\d{1,2}$/u.exec(page.req.query("gefragt") ?? "");
  return page.render(
    <PeoplePage
      ctx={ctx}
      desk={desk}
      offer={offer}
      fitting={await listFitting(ctx, offer)}
      standing={standing}
      room={mostWaiting - standing.waiting}
      yes={yes}
      toAsk={toAsk}
      formKey={page.get("formKey")}
      invited={invited && !refusal ? Number(invited[0]) : undefined}
      noted={page.req.query("hinweis") === "notiert"}
      refusal={refusal}
    />,
    {
      title: say(ctx)("heading"),
      crumbs: [
        { href: manage[desk].list, label: say(ctx)("offers") },
        { href: manage[desk].show(offer.id), label: offer.title },
      ],
      area: desk === "office" ? ("office" as const) : ("public" as const),
      hidden: true,
      ...(refusal ? { status: 409 as const } : {}),
    },
  );
};

const people = "/:id{[0-9a-f-]{36}}/menschen";

/** Whom an offer fits, without names; and the invitation. */
export const pagesOf = (desk: Desk) =>
  routes()
    .get(people, (page) => draw(page, desk))
    .post(people, async (page) => {
      const ctx = page.get("ctx");
      const offer = await offerOf(page, desk);
      const input = read(ctx, Number10, await sent(page));
      if (!input.ok) return draw(page, desk);
      const outcome = await inviteFitting(ctx, offer.id, input.value.anzahl);
      if (!outcome.ok) return draw(page, desk, outcome.because);
      return seeOther(page, `${manage[desk].people(offer.id)}?gefragt=${outcome.value}`);
    });

/** What somebody said on the phone is noted by the office. */
export const officePages = routes().post(`${people}/antwort`, async (page) => {
  const ctx = page.get("ctx");
  const offer = await offerOf(page, "office");
  const body = await sent(page);
  const text = String(body["einladung"] ?? "");
  const id = found(isId<"opportunityInvitation">(text) ? text : undefined);
  const answer = (["yes", "no"] as const).find((one) => one === body["antwort"]);
  found(await findInvitation(ctx, { id }));
  if (!answer) return draw(page, "office");
  const outcome = await noteAnswer(ctx, id, answer);
  return seeOther(page, manage.office.people(offer.id), outcome.ok ? "notiert" : undefined);
});
