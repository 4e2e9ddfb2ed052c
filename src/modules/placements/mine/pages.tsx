import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, looked, type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { speaksFor } from "#modules/organizations/policy.ts";
import { AnswerInput, answerRequest } from "#modules/placements/answers/commands.ts";
import { say as answerWords } from "#modules/placements/answers/messages.ts";
import { AnswerPage } from "#modules/placements/answers/views.tsx";
import { answerFollowUp, FollowUpInput } from "#modules/placements/follow-ups/commands.ts";
import { say as followUpWords } from "#modules/placements/follow-ups/messages.ts";
import { findFollowUp } from "#modules/placements/follow-ups/queries.ts";
import { FollowUpPage } from "#modules/placements/follow-ups/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import { findReferral, findShared, releaseOf } from "#modules/placements/referrals/queries.ts";
import {
  giveRelease,
  ReleaseInput,
  type ReleaseRefusal,
  WithdrawInput,
  withdrawRelease,
} from "#modules/placements/releases/commands.ts";
import { say as releaseWords } from "#modules/placements/releases/messages.ts";
import { ReleasePage } from "#modules/placements/releases/views.tsx";
import { say } from "./messages.ts";
import { concerning } from "./queries.ts";
import { MinePage } from "./views.tsx";

type Status = NonNullable<PageProps["status"]>;
type Problem = { readonly status?: Status; readonly form?: Filled; readonly refusal?: ReleaseRefusal };

const frame = (page: Page, title: string, status: Status = 200) => ({
  title,
  hidden: true,
  status,
  crumbs: [
    { href: "/mein", label: say(page.get("ctx"))("mine") },
    { href: paths.mine, label: say(page.get("ctx"))("menu") },
  ],
});

/** One's own referral, and nobody else's, whatever else one may see. */
const ownReferral = async (page: Page) => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  const referral = await findReferral(ctx, idIn(page));
  return referral && may.isOwn(ctx, referral) ? referral : undefined;
};

/** What this person's organization was asked. */
const request = async (page: Page) => {
  const ctx = page.get("ctx");
  const shared = found(await findShared(ctx, idIn(page)));
  return found(speaksFor(ctx.actor, shared.organizationId) ? shared : undefined);
};

const showRequest = async (page: Page, { status = 200, form, refusal }: Problem) => {
  const ctx = page.get("ctx");
  const shared = await request(page);
  looked(page, shared.personId, say(ctx)("purpose"));
  const view = (
    <AnswerPage
      ctx={ctx}
      formKey={page.get("formKey")}
      action={paths.myReferralPart(shared.id, "antwort")}
      title={shared.title}
      slug={shared.slug}
      organization={shared.organization}
      state={shared.state}
      shared={shared}
      form={form}
      notice={page.req.query("hinweis")}
      refusal={refusal ? "notNow" : undefined}
    />
  );
  return page.render(view, frame(page, answerWords(ctx)("heading"), status));
};

const show = async (page: Page, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const referral = await ownReferral(page);
  if (!referral) return showRequest(page, problem);
  const { status, form, refusal } = problem;
  const view = (
    <ReleasePage
      ctx={ctx}
      formKey={page.get("formKey")}
      referral={referral}
      release={await releaseOf(ctx, referral.id)}
      action={paths.myReferralPart(referral.id, "freigabe")}
      endAction={paths.myReferralPart(referral.id, "ruecknahme")}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />
  );
  return page.render(view, frame(page, referral.title, status));
};

const release = async (page: Page) => {
  const ctx = page.get("ctx");
  const { id } = found(await ownReferral(page));
  const input = read(ctx, ReleaseInput, await sent(page), { dataMissing: releaseWords(ctx)("dataMissing") });
  if (!input.ok) return show(page, { status: 422, form: input.form });
  const outcome = await giveRelease(ctx, id, input.value, "web");
  if (!outcome.ok) return show(page, { status: 409, refusal: outcome.because });
  return seeOther(page, paths.myReferral(id), "freigegeben");
};

const takeBack = async (page: Page) => {
  const ctx = page.get("ctx");
  const { id } = found(await ownReferral(page));
  const input = read(ctx, WithdrawInput, await sent(page));
  if (!input.ok) return show(page, { status: 422 });
  const outcome = await withdrawRelease(ctx, id, { reason: input.value.grund, how: "web" });
  if (!outcome.ok) return show(page, { status: 409, refusal: outcome.because });
  return seeOther(page, paths.myReferral(id), "zurueckgenommen");
};

const answer = async (page: Page) => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  const { id } = await request(page);
  const words = answerWords(ctx);
  const known = { reasonMissing: words("reasonMissing"), questionMissing: words("questionMissing") };
  const input = read(ctx, AnswerInput, await sent(page), known);
  if (!input.ok) return showRequest(page, { status: 422, form: input.form });
  const outcome = await answerRequest(ctx, id, input.value);
  if (!outcome.ok) return showRequest(page, { status: 409, refusal: outcome.because });
  // After a no there is nothing left to see of the person.
  return seeOther(page, outcome.value === "declined" ? paths.mine : paths.myReferral(id), outcome.value);
};

const showFollowUp = async (
  page: Page,
  { status = 200, form }: Problem = {},
  refusal?: "already" | "over",
) => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  const row = found(await findFollowUp(ctx, idIn(page)));
  const view = (
    <FollowUpPage
      ctx={ctx}
      formKey={page.get("formKey")}
      row={row}
      action={paths.myFollowUp(row.id)}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />
  );
  return page.render(view, frame(page, followUpWords(ctx)("heading"), status));
};

const answerOne = async (page: Page) => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  const row = found(await findFollowUp(ctx, idIn(page)));
  const input = read(ctx, FollowUpInput, await sent(page));
  if (!input.ok) return showFollowUp(page, { status: 422, form: input.form });
  const { antwort, worte } = input.value;
  const outcome = await answerFollowUp(ctx, row.id, { answer: antwort, words: worte, channel: "web" });
  if (!outcome.ok) return showFollowUp(page, { status: 409 }, outcome.because);
  return seeOther(page, paths.myFollowUp(row.id), "danke");
};

/** `/mein/vermittlungen`: what I am part of, and who would like to join my organization. */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const view = <MinePage ctx={ctx} {...(await concerning(ctx))} />;
    return page.render(view, {
      ...frame(page, say(ctx)("menu")),
      crumbs: [{ href: "/mein", label: say(ctx)("mine") }],
    });
  })
  .get("/nachfragen/:id", (page) => showFollowUp(page))
  .post("/nachfragen/:id", answerOne)
  .get("/:id", (page) => show(page))
  .post("/:id/freigabe", release)
  .post("/:id/ruecknahme", takeBack)
  .post("/:id/antwort", answer);
