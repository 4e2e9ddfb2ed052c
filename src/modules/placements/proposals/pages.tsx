import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, looked, type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { findPerson } from "#modules/people/queries.ts";
import { ShortlistInput } from "#modules/placements/commands.ts";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import { listConsultations } from "#modules/placements/queries.ts";
import { type ProposalRefusal, propose } from "#modules/placements/referrals/commands.ts";
import { findReferral } from "#modules/placements/referrals/queries.ts";
import {
  askForRelease,
  giveRelease,
  type Released,
  ReleaseInput,
} from "#modules/placements/releases/commands.ts";
import { say as releaseWords } from "#modules/placements/releases/messages.ts";
import { notedWays } from "#modules/placements/vocabulary.ts";
import { say } from "./messages.ts";
import { ProposalPage } from "./views.tsx";

const How = ShortlistInput.extend({
  weg: z.enum([...notedWays, "link", "later"]),
  worte: paragraph(2_000).optional(),
});

type Problem = { readonly form?: Filled; readonly refusal?: ProposalRefusal };

const show = async (
  page: Page,
  offerId: string | undefined,
  status: PageProps["status"] = 200,
  problem: Problem = {},
) => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, idIn(page)));
  allow(may.consult(ctx));
  const offer = found(isId<"opportunity">(offerId) ? await findOpportunity(ctx, offerId) : undefined);
  looked(page, person.id, say(ctx)("purpose"));
  const view = (
    <ProposalPage ctx={ctx} formKey={page.get("formKey")} person={person} offer={offer} {...problem} />
  );
  return page.render(view, {
    title: say(ctx)("heading", { title: offer.title }),
    area: "office",
    hidden: true,
    status: status ?? 200,
    crumbs: [
      { href: "/buero/menschen", label: say(ctx)("people") },
      { href: paths.file(person.id), label: person.name },
    ],
  });
};

type Way = z.output<typeof How>["weg"];

/** What follows on the proposal at once, and the notice that says so. */
const follow = async (
  ctx: Context,
  id: Id<"referral">,
  way: Way,
  released: Released | undefined,
): Promise<string> => {
  if (way === "later") return "vorgeschlagen";
  if (way === "link") return (await askForRelease(ctx, id)).ok ? "link" : "vorgeschlagen";
  if (!released || !(await giveRelease(ctx, id, released, way)).ok) return "vorgeschlagen";
  return found(await findReferral(ctx, id)).state === "sent" ? "freigegeben" : "anrufen";
};

const proposeOffer = async (page: Page) => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, idIn(page)));
  const body = await sent(page);
  const angebot = typeof body["angebot"] === "string" ? body["angebot"] : undefined;
  const how = read(ctx, How, body);
  if (!how.ok) return show(page, angebot, 422, { form: how.form });
  const noted = how.value.weg !== "link" && how.value.weg !== "later";
  const released = read(ctx, ReleaseInput, body, { dataMissing: releaseWords(ctx)("dataMissing") });
  if (noted && !released.ok) return show(page, angebot, 422, { form: released.form });
  const [latest] = await listConsultations(ctx, person.id);
  const outcome = await propose(ctx, {
    personId: person.id,
    opportunityId: how.value.angebot,
    words: how.value.worte,
    consultationId: latest?.id,
  });
  if (!outcome.ok) return show(page, angebot, 409, { form: how.form, refusal: outcome.because });
  const notice = await follow(ctx, outcome.value, how.value.weg, released.ok ? released.value : undefined);
  return seeOther(page, paths.fileAt(person.id, "vermittlungen"), notice);
};

/** Below `/buero/akten`: one offer for one person. */
export const pages = routes()
  .get("/:id/vorschlag", (page) => show(page, page.req.query("angebot")))
  .post("/:id/vorschlag", proposeOffer);
