import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { paragraph } from "#core/input.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { noteAnswerTime } from "#modules/organizations/commands.ts";
import { paths } from "#modules/placements/paths.ts";
import { isShared, may } from "#modules/placements/policy.ts";
import { dueIn, readerOf } from "#modules/placements/queries.ts";
import {
  askForProposal,
  closeTasks,
  lockReferral,
  move,
  noteStep,
  type Step,
} from "#modules/placements/referrals/commands.ts";
import { findLink, listSteps, type ReferralRow } from "#modules/placements/referrals/queries.ts";
import { declineReasons, type StepChannel } from "#modules/placements/vocabulary.ts";
import { say } from "./messages.ts";

export const answers = ["accepted", "question", "declined"] as const;
export type Answer = (typeof answers)[number];

/** A no has a reason, a question has words; a yes may stand alone. */
export const AnswerInput = z
  .object({
    antwort: z.enum(answers),
    grund: z.enum(declineReasons).optional(),
    worte: paragraph(2_000)
      .optional()
      .transform((value) => value ?? ""),
  })
  .refine(({ antwort, grund }) => antwort !== "declined" || grund !== undefined, {
    error: "reasonMissing",
    path: ["grund"],
  })
  .refine(({ antwort, worte }) => antwort !== "question" || worte !== "", {
    error: "questionMissing",
    path: ["worte"],
  });
export type AnswerInput = z.output<typeof AnswerInput>;

type Author = { readonly channel: StepChannel; readonly byName?: string };

const first = async (ctx: Context, referral: ReferralRow): Promise<boolean> =>
  !(await listSteps(ctx, [referral.id])).some(({ state }) => state === "asked");

const accept = async (ctx: Context, referral: ReferralRow, words: string): Promise<void> => {
  await closeTasks(ctx, referral.id, say(ctx)("closedAccepted"));
  await openTask(ctx, {
    kind: "trial",
    subjectId: referral.id,
    title: say(ctx)("taskTrial", referral),
    detail: words,
    path: paths.referral(referral.id),
    personId: referral.personId,
    ownerId: referral.madeBy,
    dueAt: dueIn(ctx, 2),
  });
  if (!referral.email) return;
  const reader = readerOf(ctx, referral.language);
  const text = say(reader);
  await sendMail(reader, {
    key: `referral.accepted:${referral.id}`,
    kind: "referral.accepted",
    to: {
      email: referral.email,
      name: referral.name,
      personId: referral.personId,
      language: reader.language,
    },
    subject: text("acceptedSubject", referral),
    paragraphs: [
      text("acceptedText", referral),
      ...(words ? [text("acceptedWords", { words })] : []),
      text("acceptedNext", { phone: ctx.place.officePhone }),
    ],
  });
};

const askBack = async (ctx: Context, referral: ReferralRow, step: Step): Promise<void> => {
  await noteStep(ctx, referral.id, "asked", step);
  await openTask(ctx, {
    kind: "answer",
    subjectId: referral.id,
    title: say(ctx)("taskQuestion", referral),
    detail: step.words ?? "",
    path: paths.referral(referral.id),
    personId: referral.personId,
    ownerId: referral.madeBy,
    dueAt: dueIn(ctx, 1),
  });
};

const decide = async (
  ctx: Context,
  id: Id<"referral">,
  input: AnswerInput,
  author: Author,
): Promise<Outcome<Answer, "notNow">> => {
  const referral = await lockReferral(ctx, id);
  const step: Step = {
    words: input.worte,
    channel: author.channel,
    byName: author.byName,
    byOrganization: true,
  };
  if (referral.state !== "sent") return refused("notNow");
  if (await first(ctx, referral)) {
    await noteAnswerTime(ctx, referral.organizationId, (+ctx.now - +referral.stateSince) / 1_000);
  }
  if (input.antwort === "question") {
    await askBack(ctx, referral, step);
    return done("question");
  }
  await move(ctx, referral, input.antwort, { ...step, reason: input.grund });
  if (input.antwort === "accepted") await accept(ctx, referral, input.worte);
  else {
    await closeTask(ctx, "answer", id, say(ctx)("closedDeclined"));
    await askForProposal(ctx, referral, input.grund);
  }
  return done(input.antwort);
};

/** A representative answers, or the office notes what it was told on the phone. */
export const answerRequest = async (
  ctx: Context,
  id: Id<"referral">,
  input: AnswerInput,
  channel: StepChannel = "web",
): Promise<Outcome<Answer, "notNow">> => {
  const referral = await lockReferral(ctx, id);
  allow(may.answer(ctx, referral));
  if (!may.consult(ctx) && !isShared(referral.state)) throw new NotFound();
  return decide(ctx, id, input, { channel: may.consult(ctx) ? channel : "web" });
};

/** Whoever holds the link of the mail answers; no account is needed. */
export const answerRequestByLink = async (
  ctx: Context,
  token: string,
  input: AnswerInput,
): Promise<Outcome<Answer, "notNow">> => {
  const link = found(await findLink(ctx, token, "answer"));
  if (link.expiresAt <= ctx.now) throw new NotFound();
  return decide(ctx, link.referralId, input, { channel: "web", byName: link.recipient });
};
