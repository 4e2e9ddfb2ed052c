import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, looked, type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { AnswerInput, answerRequest } from "#modules/placements/answers/commands.ts";
import { say as answerWords } from "#modules/placements/answers/messages.ts";
import {
  arrangeTrial,
  EndInput,
  endPlacement,
  PlacementInput,
  place,
  TrialInput,
} from "#modules/placements/arrangements/commands.ts";
import { answerFollowUp } from "#modules/placements/follow-ups/commands.ts";
import { say as followUpWords } from "#modules/placements/follow-ups/messages.ts";
import { findFollowUp, followUpsOfReferral } from "#modules/placements/follow-ups/queries.ts";
import { FollowUpOffice } from "#modules/placements/follow-ups/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import {
  countReferrals,
  findReferral,
  listReferrals,
  listSteps,
  releaseOf,
} from "#modules/placements/referrals/queries.ts";
import {
  askForRelease,
  giveRelease,
  ReleaseInput,
  WithdrawInput,
  withdrawRelease,
} from "#modules/placements/releases/commands.ts";
import { say as releaseWords } from "#modules/placements/releases/messages.ts";
import { noteAskedByPhone } from "#modules/placements/requests/commands.ts";
import { say } from "#modules/placements/steps/messages.ts";
import { notedAnswers, notedWays, referralStates } from "#modules/placements/vocabulary.ts";
import { ReferralList, ReferralPage, type ReferralPageProps } from "./views.tsx";

const Way = z.object({ weg: z.enum(notedWays).default("phone") });

const list = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.consult(ctx));
  const state = referralStates.find((name) => name === page.req.query("stand"));
  const words = (page.req.query("q") ?? "").slice(0, 100);
  const number = Math.max(1, Math.min(500, Number(page.req.query("seite")) || 1));
  const search = { state, words, page: number };
  const [rows, counts] = [await listReferrals(ctx, search), await countReferrals(ctx, words)];
  const view = <ReferralList ctx={ctx} rows={rows} counts={counts} {...search} />;
  return page.render(view, { title: say(ctx)("menu"), area: "office", hidden: true });
};

type Problem = {
  readonly part?: string;
  readonly form?: Filled;
  readonly refusal?: ReferralPageProps["refusal"];
};

const show = async (page: Page, status: PageProps["status"] = 200, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const referral = found(await findReferral(ctx, idIn(page)));
  allow(may.consult(ctx));
  looked(page, referral.personId, say(ctx)("purpose"));
  const view = (
    <ReferralPage
      ctx={ctx}
      formKey={page.get("formKey")}
      referral={referral}
      steps={await listSteps(ctx, [referral.id])}
      release={await releaseOf(ctx, referral.id)}
      followUps={await followUpsOfReferral(ctx, referral.id)}
      notice={page.req.query("hinweis")}
      refusal={problem.refusal}
      sent={problem.part && problem.form ? { part: problem.part, form: problem.form } : undefined}
    />
  );
  return page.render(view, {
    title: `${referral.name}: ${referral.title}`,
    area: "office",
    hidden: true,
    status: status ?? 200,
    crumbs: [
      { href: paths.register, label: say(ctx)("menu") },
      { href: paths.file(referral.personId), label: referral.name },
    ],
  });
};

type Done =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: NonNullable<ReferralPageProps["refusal"]> };

const after = (page: Page, outcome: Done, notice: string) =>
  outcome.ok
    ? seeOther(page, paths.referral(idIn(page)), notice)
    : show(page, 409, { refusal: outcome.because });

const release = async (page: Page) => {
  const ctx = page.get("ctx");
  const body = await sent(page);
  const input = read(ctx, ReleaseInput, body, { dataMissing: releaseWords(ctx)("dataMissing") });
  const way = read(ctx, Way, body);
  if (!input.ok || !way.ok) return show(page, 422, { part: "freigabe", form: input.form });
  const id = idIn<"referral">(page);
  const outcome = await giveRelease(ctx, id, input.value, way.value.weg);
  const asked = outcome.ok && found(await findReferral(ctx, id)).state === "sent";
  return after(page, outcome, asked ? "freigegeben" : "anrufen");
};

const answer = async (page: Page) => {
  const ctx = page.get("ctx");
  const body = await sent(page);
  const words = answerWords(ctx);
  const known = { reasonMissing: words("reasonMissing"), questionMissing: words("questionMissing") };
  const input = read(ctx, AnswerInput, body, known);
  const way = read(ctx, Way, body);
  if (!input.ok || !way.ok) return show(page, 422, { part: "antwort", form: input.form });
  const outcome = await answerRequest(ctx, idIn(page), input.value, way.value.weg);
  return after(page, outcome, outcome.ok ? outcome.value : "");
};

type Arranging<T> = {
  readonly part: string;
  readonly schema: z.ZodType<T, unknown>;
  readonly command: (
    ctx: ReturnType<typeof contextOf>,
    id: Id<"referral">,
    value: T,
  ) => Promise<Done & { readonly value?: string }>;
};

const contextOf = (page: Page) => page.get("ctx");

const arranging =
  <T,>({ part, schema, command }: Arranging<T>) =>
  async (page: Page) => {
    const ctx = page.get("ctx");
    const input = read(ctx, schema, await sent(page));
    if (!input.ok) return show(page, 422, { part, form: input.form });
    const outcome = await command(ctx, idIn(page), input.value);
    return after(page, outcome, outcome.value ?? "");
  };

const Withdrawal = WithdrawInput.extend(Way.shape);

const showFollowUp = async (page: Page, refusal?: "already" | "over") => {
  const ctx = page.get("ctx");
  const row = found(await findFollowUp(ctx, idIn(page)));
  allow(may.consult(ctx));
  looked(page, row.personId, followUpWords(ctx)("purposeOffice"));
  return page.render(<FollowUpOffice ctx={ctx} formKey={page.get("formKey")} row={row} refusal={refusal} />, {
    title: followUpWords(ctx)("purposeOffice"),
    area: "office",
    hidden: true,
    status: refusal ? 409 : 200,
    crumbs: [
      { href: paths.register, label: say(ctx)("menu") },
      { href: paths.file(row.personId), label: row.name },
    ],
  });
};

// The first button of the form says "Passt" and carries no value of its own.
const Noted = Way.extend({
  antwort: z.enum(notedAnswers).default("good"),
  worte: paragraph(2_000)
    .optional()
    .transform((value) => value ?? ""),
});

const noteFollowUp = async (page: Page) => {
  const ctx = page.get("ctx");
  const row = found(await findFollowUp(ctx, idIn(page)));
  allow(may.consult(ctx));
  const input = read(ctx, Noted, await sent(page));
  if (!input.ok) return showFollowUp(page);
  const { antwort, worte, weg } = input.value;
  const outcome = await answerFollowUp(ctx, row.id, { answer: antwort, words: worte, channel: weg });
  if (!outcome.ok) return showFollowUp(page, outcome.because);
  return seeOther(page, paths.file(row.personId), "nachfrage");
};

/** `/buero/vermittlungen`: the list, one referral, and the follow-ups that the office asks itself. */
export const pages = routes()
  .get("/", list)
  .get("/nachfragen/:id", (page) => showFollowUp(page))
  .post("/nachfragen/:id", noteFollowUp)
  .get("/:id", (page) => show(page))
  .post("/:id/freigabe", release)
  .post("/:id/link", async (page) => after(page, await askForRelease(page.get("ctx"), idIn(page)), "link"))
  .post("/:id/anfrage", async (page) =>
    after(page, await noteAskedByPhone(page.get("ctx"), idIn(page)), "angefragt"),
  )
  .post("/:id/antwort", answer)
  .post("/:id/schnuppern", arranging({ part: "schnuppern", schema: TrialInput, command: arrangeTrial }))
  .post("/:id/einsatz", arranging({ part: "einsatz", schema: PlacementInput, command: place }))
  .post("/:id/ende", arranging({ part: "ende", schema: EndInput, command: endPlacement }))
  .post(
    "/:id/ruecknahme",
    arranging({
      part: "ruecknahme",
      schema: Withdrawal,
      command: (ctx, id, { grund, weg }) => withdrawRelease(ctx, id, { reason: grund, how: weg }),
    }),
  );
