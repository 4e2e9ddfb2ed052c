import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { sendingJob } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { findMail, isUnderway } from "./queries.ts";

/** Sends a mail that was given up, or is too old to leave by itself; what has left is never sent a second time. */
export const sendAgain = async (
  ctx: Context,
  id: Id<"mail">,
): Promise<Outcome<Id<"mail">, "alreadySent" | "underway">> => {
  allow(isStaff(ctx.actor));
  const mail = await findMail(ctx, id);
  if (mail.sentAt) return refused("alreadySent");
  if (await isUnderway(ctx, id)) return refused("underway");
  await enqueue(ctx, sendingJob, { mail: id, again: true }, { key: id });
  await record(ctx, "mail.sent_again", id);
  return done(id);
};
