import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, line, many, paragraph, read, whole } from "#core/input.ts";
import { asked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import type { SignUpRefusal } from "#modules/shifts/admission/queries.ts";
import { type Choice, findChoice } from "#modules/shifts/choosing/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { signUp } from "#modules/shifts/signups/commands.ts";
import { listPositions, signupsOf } from "#modules/shifts/signups/queries.ts";
import { say } from "./messages.ts";
import { ChoicePage, ResultPage } from "./views.tsx";

const id = z.string().regex(/^[0-9a-f-]{36}$/u);
const Chosen = z.object({ platz: many(id, 60) });
const SignUpForm = z.object({
  platz: many(id, 60).refine((ids) => ids.length > 0, { error: "missing" }),
  gruppe: whole(1, 50).default(1),
  namen: line(500).optional(),
  worte: paragraph(1000).optional(),
});

type Problem = { readonly form?: Filled; readonly refusal?: SignUpRefusal };

const crumbsOf = (page: Page, { plan }: Choice) => [
  { href: paths.offer(plan.slug), label: plan.title },
  { href: paths.choose(plan.slug), label: say(page.get("ctx"))("which") },
];

const draw = async (page: Page, wanted: readonly string[], problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const choice = await findChoice(ctx, slugIn(page));
  const rows = choice.rows.filter(({ need }) => wanted.includes(need.id));
  return page.render(
    <ChoicePage
      ctx={ctx}
      formKey={page.get("formKey")}
      choice={choice}
      rows={rows}
      form={problem.form}
      refusal={problem.refusal}
    />,
    {
      title: say(ctx)("heading"),
      crumbs: crumbsOf(page, choice),
      hidden: true,
      status: problem.refusal ? 409 : problem.form ? 422 : 200,
    },
  );
};

const look = (page: Page) => {
  const ctx = page.get("ctx");
  // Whoever is not signed in comes back to this very choice: it stands in the address.
  signedIn(ctx.actor);
  const input = read(ctx, Chosen, asked(page));
  return draw(page, input.ok ? input.value.platz : []);
};

const send = async (page: Page) => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  const body = await sent(page);
  const input = read(ctx, SignUpForm, body, { missing: say(ctx)("missing") });
  const given = read(ctx, Chosen, body);
  const wanted = given.ok ? given.value.platz : [];
  if (!input.ok) return draw(page, wanted, { form: input.form });
  const { platz, gruppe, namen, worte } = input.value;
  const needIds = platz as Id<"shiftNeed">[];
  const outcome = await signUp(ctx, { needIds, party: gruppe, partyNames: namen, words: worte });
  if (!outcome.ok) return draw(page, wanted, { form: input.form, refusal: outcome.because });
  const made = outcome.value.map(({ signupId }) => `anmeldung=${signupId}`).join("&");
  return seeOther(page, `${paths.chosen(slugIn(page))}?${made}`);
};

const Result = z.object({ anmeldung: many(id, 60) });

const result = async (page: Page) => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor);
  const offer = found(await findOpportunityBySlug(ctx, slugIn(page)));
  const input = read(ctx, Result, asked(page));
  const wanted = input.ok ? input.value.anmeldung : [];
  const mine = await signupsOf(ctx, me.id, { from: ctx.now, limit: 300 });
  const signups = mine.filter((one) => wanted.includes(one.id) && one.opportunityId === offer.id);
  if (signups.length === 0) return page.redirect(paths.mine, 303);
  const positions = await listPositions(
    ctx,
    signups.map((row) => row.id),
  );
  return page.render(<ResultPage ctx={ctx} slug={offer.slug} signups={signups} positions={positions} />, {
    title: say(ctx)("resultHeading"),
    hidden: true,
  });
};

/** `/angebote/:slug/schichten/auswahl`: looked over, sent, and what came of it. */
export const pages = routes()
  .get("/:slug/schichten/auswahl", look)
  .post("/:slug/schichten/auswahl", send)
  .get("/:slug/schichten/ergebnis", result);
