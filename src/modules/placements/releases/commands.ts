import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { many, paragraph } from "#core/input.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { returnSeat } from "#modules/opportunities/commands.ts";
import { mayBeReferred } from "#modules/people/policy.ts";
import { dropFollowUps } from "#modules/placements/follow-ups/commands.ts";
import { paths } from "#modules/placements/paths.ts";
import { isShared, may } from "#modules/placements/policy.ts";
import { dueIn, readerOf } from "#modules/placements/queries.ts";
import {
  askForProposal,
  closeTasks,
  lockReferral,
  makeLink,
  move,
  type Step,
} from "#modules/placements/referrals/commands.ts";
import { findLink, findReferral, type ReferralRow } from "#modules/placements/referrals/queries.ts";
import { askOrganization, tellWithdrawal } from "#modules/placements/requests/commands.ts";
import { type GivenWay, type Reason, sharedData, withdrawReasons } from "#modules/placements/vocabulary.ts";
import { say, textVersion } from "./messages.ts";

export const ReleaseInput = z
  .object({
    daten: many(z.enum(sharedData), sharedData.length),
    notiz: paragraph(1_000)
      .optional()
      .transform((value) => value ?? ""),
  })
  .refine(({ daten, notiz }) => daten.some((item) => item !== "note") || notiz !== "", {
    error: "dataMissing",
    path: ["daten"],
  })
  // Words that somebody wrote for the organization are meant for it.
  .transform(({ daten, notiz }): Released => {
    const plain = daten.filter((item) => item !== "note");
    return { data: notiz === "" ? plain : [...plain, "note"], note: notiz };
  });

export type Released = { readonly data: readonly (typeof sharedData)[number][]; readonly note: string };

export const WithdrawInput = z.object({ grund: z.enum(withdrawReasons).optional() });

export type ReleaseRefusal = "notNow" | "left" | "guardianMissing" | "guardianNotAgreed";

const recorderOf = (ctx: Context, referral: ReferralRow): Id<"person"> | null =>
  ctx.actor.kind === "person" && ctx.actor.id !== referral.personId ? ctx.actor.id : null;

const give = async (
  ctx: Context,
  id: Id<"referral">,
  { data, note }: Released,
  how: GivenWay,
): Promise<Outcome<Id<"referral">, ReleaseRefusal>> => {
  const referral = await lockReferral(ctx, id);
  const person = found(
    await ctx.db
      .selectFrom("people")
      .select(["ageBand", "guardianName", "guardianContact", "guardianAgreedAt", "leftAt"])
      .where("id", "=", referral.personId)
      .executeTakeFirst(),
  );
  const fit = mayBeReferred(person);
  if (!fit.ok) return fit;
  const moved = await move(ctx, referral, "released", {
    channel: how,
    byName: how === "web" ? referral.name : "",
  });
  if (!moved.ok) return refused("notNow");
  await ctx.db
    .insertInto("releases")
    .values({
      referralId: id,
      data: [...data],
      note,
      textVersion,
      givenHow: how,
      recordedBy: recorderOf(ctx, referral),
    })
    .execute();
  await closeTask(ctx, "release", id, say(ctx)("closedReleased"));
  await askOrganization(ctx, referral);
  return done(id);
};

/** The person releases this one request, or the office notes that they did; the organization is asked at once. */
export const giveRelease = async (
  ctx: Context,
  id: Id<"referral">,
  released: Released,
  how: GivenWay,
): Promise<Outcome<Id<"referral">, ReleaseRefusal>> => {
  const referral = found(await findReferral(ctx, id));
  allow(may.release(ctx, referral));
  return give(ctx, id, released, may.isOwn(ctx, referral) ? "web" : how);
};

/** The referral behind a link that still holds. */
export const openLink = async (ctx: Context, token: string): Promise<Id<"referral">> => {
  const link = found(await findLink(ctx, token, "release"));
  if (link.expiresAt <= ctx.now) throw new NotFound();
  return link.referralId;
};

/** The same by the link in the mail; the link is the right. */
export const giveReleaseByLink = async (
  ctx: Context,
  token: string,
  released: Released,
): Promise<Outcome<Id<"referral">, ReleaseRefusal>> => give(ctx, await openLink(ctx, token), released, "web");

/** Writes to the person: look, and decide yourself. Asked again, they get another mail, and both links hold. */
export const askForRelease = async (
  ctx: Context,
  id: Id<"referral">,
): Promise<Outcome<Id<"referral">, "notNow" | "noEmail">> => {
  allow(may.consult(ctx));
  const referral = await lockReferral(ctx, id);
  if (referral.state !== "proposed") return refused("notNow");
  if (!referral.email) return refused("noEmail");
  const reader = readerOf(ctx, referral.language);
  const words = say(reader);
  const token = await makeLink(ctx, id, "release", referral);
  await sendMail(reader, {
    key: `referral.release:${id}:${ctx.now.toISOString()}`,
    kind: "referral.release",
    to: {
      email: referral.email,
      name: referral.name,
      personId: referral.personId,
      language: reader.language,
    },
    subject: words("askSubject", referral),
    paragraphs: [
      words("askText", referral),
      ...(referral.words ? [referral.words] : []),
      words("askNothing"),
    ],
    actions: [{ label: words("askAction"), path: paths.releaseLink(token) }],
  });
  await record(ctx, "referral.release_asked", id, { personId: referral.personId });
  return done(id);
};

type Withdrawal = {
  readonly reason?: Reason | undefined;
  readonly how: GivenWay;
  readonly words?: string | undefined;
};

const withdraw = async (
  ctx: Context,
  id: Id<"referral">,
  { reason, how, words }: Withdrawal,
): Promise<Outcome<"withdrawn" | "ended", "notNow">> => {
  const referral = await lockReferral(ctx, id);
  const to = referral.state === "placed" ? "ended" : "withdrawn";
  const step: Step = { reason, words, channel: how, byName: how === "web" ? referral.name : "" };
  const moved = await move(ctx, referral, to, step);
  if (!moved.ok) return refused("notNow");
  await ctx.db
    .updateTable("releases")
    .set({ withdrawnAt: ctx.now })
    .where("referralId", "=", id)
    .where("withdrawnAt", "is", null)
    .execute();
  await closeTasks(ctx, id, say(ctx)("closedWithdrawn"));
  if (isShared(referral.state)) await tellWithdrawal(ctx, referral);
  if (referral.state === "placed") {
    await returnSeat(ctx, referral.opportunityId);
    await dropFollowUps(ctx, id);
  }
  await askForProposal(ctx, referral, reason);
  return done(to);
};

/** Takes it back, at any time and without giving a reason; the organization is told to forget. */
export const withdrawRelease = async (
  ctx: Context,
  id: Id<"referral">,
  withdrawal: Withdrawal,
): Promise<Outcome<"withdrawn" | "ended", "notNow">> => {
  const referral = found(await findReferral(ctx, id));
  allow(may.release(ctx, referral));
  return withdraw(ctx, id, may.isOwn(ctx, referral) ? { ...withdrawal, how: "web" } : withdrawal);
};

/** The same by the link in the mail. */
export const withdrawReleaseByLink = async (
  ctx: Context,
  token: string,
  reason?: Reason,
): Promise<Outcome<"withdrawn" | "ended", "notNow">> =>
  withdraw(ctx, await openLink(ctx, token), { reason, how: "web" });

/** A consent is withdrawn: what is running for this person is talked through with them, not cut off behind their back. */
export const mindConsent = async (ctx: Context, personId: Id<"person">, purpose: string): Promise<void> => {
  if (purpose !== "referral" && purpose !== "file") return;
  const running = await ctx.db
    .selectFrom("referrals")
    .innerJoin("people", "people.id", "referrals.personId")
    .select(["people.name", "referrals.madeBy"])
    .where("referrals.personId", "=", personId)
    .where("referrals.state", "not in", ["ended", "declined", "withdrawn"])
    .limit(1)
    .executeTakeFirst();
  if (!running) return;
  await openTask(ctx, {
    kind: "reminder",
    subjectId: personId,
    title: say(ctx)("taskConsent", running),
    detail: say(ctx)("taskConsentDetail"),
    path: paths.file(personId),
    personId,
    ownerId: running.madeBy,
    dueAt: dueIn(ctx, 1),
  });
};
