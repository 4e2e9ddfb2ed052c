import * as z from "zod";
import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { day, paragraph } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { returnSeat, takeSeat } from "#modules/opportunities/commands.ts";
import { dropFollowUps, planFollowUps } from "#modules/placements/follow-ups/commands.ts";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import { readerOf } from "#modules/placements/queries.ts";
import { askForProposal, closeTasks, lockReferral, move } from "#modules/placements/referrals/commands.ts";
import type { ReferralRow } from "#modules/placements/referrals/queries.ts";
import { endReasons, notedWays } from "#modules/placements/vocabulary.ts";
import { say } from "./messages.ts";

const words = paragraph(2_000)
  .optional()
  .transform((value) => value ?? "");
const channel = z.enum(notedWays).default("phone");

export const TrialInput = z.object({ tag: day, worte: words, weg: channel });
export const PlacementInput = z.object({ tag: day, worte: words, weg: channel });
export const EndInput = z.object({ grund: z.enum(endReasons), worte: words, weg: channel });
type Arranged = z.output<typeof TrialInput>;

/** A day to try it out is agreed; the day after, the office asks how it was. */
export const arrangeTrial = async (
  ctx: Context,
  id: Id<"referral">,
  { tag, worte, weg }: Arranged,
): Promise<Outcome<"trial", "notNow">> => {
  allow(may.consult(ctx));
  const referral = await lockReferral(ctx, id);
  const moved = await move(ctx, referral, "trial", { words: worte, channel: weg });
  if (!moved.ok) return refused("notNow");
  await ctx.db.updateTable("referrals").set({ trialOn: tag }).where("id", "=", id).execute();
  await closeTask(ctx, "trial", id, say(ctx)("closedTrial"));
  await openTask(ctx, {
    kind: "trial",
    subjectId: id,
    title: say(ctx)("taskTrialOver", referral),
    detail: say(ctx)("taskTrialDetail", { ...referral, day: dayOnly(ctx, tag) }),
    path: paths.referral(id),
    personId: referral.personId,
    ownerId: referral.madeBy,
    dueAt: instantAt(plusDays(tag, 1)),
  });
  return done("trial");
};

const congratulate = async (ctx: Context, referral: ReferralRow, from: string): Promise<void> => {
  if (!referral.email) return;
  const reader = readerOf(ctx, referral.language);
  const text = say(reader);
  await sendMail(reader, {
    key: `referral.placed:${referral.id}`,
    kind: "referral.placed",
    to: {
      email: referral.email,
      name: referral.name,
      personId: referral.personId,
      language: reader.language,
    },
    subject: text("placedSubject", referral),
    paragraphs: [
      text("placedText", { ...referral, day: dayOnly(reader, from) }),
      text("placedNext", { phone: ctx.place.officePhone }),
    ],
  });
};

/** It is settled: the place is taken, and both sides will be asked after 2, 6 and 12 weeks. */
export const place = async (
  ctx: Context,
  id: Id<"referral">,
  { tag, worte, weg }: z.output<typeof PlacementInput>,
): Promise<Outcome<"placed", "notNow" | "full">> => {
  allow(may.consult(ctx));
  const referral = await lockReferral(ctx, id);
  if (referral.state !== "accepted" && referral.state !== "trial") return refused("notNow");
  const seat = await takeSeat(ctx, referral.opportunityId);
  if (!seat.ok) return seat;
  await move(ctx, referral, "placed", { words: worte, channel: weg });
  await ctx.db.updateTable("referrals").set({ placedOn: tag }).where("id", "=", id).execute();
  await closeTasks(ctx, id, say(ctx)("closedPlaced"));
  await planFollowUps(ctx, id, tag);
  if (tag >= plusDays(dayOf(ctx.now), -14)) await congratulate(ctx, referral, tag);
  return done("placed");
};

/** It is over. Unless it ended as planned or the person moved away, the office looks for something new. */
export const endPlacement = async (
  ctx: Context,
  id: Id<"referral">,
  { grund, worte, weg }: z.output<typeof EndInput>,
): Promise<Outcome<"ended", "notNow">> => {
  allow(may.consult(ctx));
  const referral = await lockReferral(ctx, id);
  const moved = await move(ctx, referral, "ended", { reason: grund, words: worte, channel: weg });
  if (!moved.ok) return refused("notNow");
  if (referral.state === "placed") await returnSeat(ctx, referral.opportunityId);
  await dropFollowUps(ctx, id);
  await closeTasks(ctx, id, say(ctx)("closedEnded"));
  if (grund !== "finished" && grund !== "moved") await askForProposal(ctx, referral, grund);
  return done("ended");
};
