import * as z from "zod";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { whole } from "#core/input.ts";
import { newToken } from "#core/token.ts";
import { paths } from "#modules/people/paths.ts";
import { type Choices, linkDays, usualChoices } from "./queries.ts";
import { hours, paces, reminderTimes } from "./vocabulary.ts";

const latest = Math.max(...hours);
const earliest = Math.min(...hours);

/** What the form of the choices sends. */
export const ChoicesForm = z.object({
  digest: z.enum(paces),
  digestHour: whole(earliest, latest),
  reminders: z.enum(reminderTimes),
  invitationsPerMonth: whole(0, 30),
});

/** Keeps how somebody wants to hear from us. The caller knows that it is they who chose, or who holds their link. */
export const choose = async (ctx: Context, personId: Id<"person">, choices: Choices): Promise<void> => {
  const row = { ...choices, changedAt: ctx.now };
  await ctx.db
    .insertInto("contactChoices")
    .values({ personId, ...row })
    .onConflict((conflict) => conflict.columns(["placeId", "personId"]).doUpdateSet(row))
    .execute();
  await record(ctx, "choices.changed", personId, { ...choices });
};

/** No letters any more, by the one click of a mail program; the other choices stay. */
export const stopLetters = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db
    .insertInto("contactChoices")
    .values({ personId, ...usualChoices, digest: "never", changedAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "personId"]).doUpdateSet({ digest: "never", changedAt: ctx.now }),
    )
    .execute();
  await record(ctx, "choices.stopped", personId);
};

/** The address at the foot of one letter, which leads to the choices without signing in. */
export const linkToChoices = async (ctx: Context, personId: Id<"person">): Promise<string> => {
  const { token, hash } = newToken();
  await ctx.db.insertInto("contactLinks").values({ tokenHash: hash, personId }).execute();
  return paths.messagesLink(token);
};

/** Forgets links of letters that nobody opens any more. */
export const forgetOldLinks = async (ctx: Context): Promise<void> => {
  await ctx.db
    .deleteFrom("contactLinks")
    .where("madeAt", "<=", new Date(+ctx.now - linkDays * 86_400_000))
    .execute();
};

/** Forgets what somebody chose, when they leave. */
export const forgetChoices = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("contactChoices").where("personId", "=", personId).execute();
  await ctx.db.deleteFrom("contactLinks").where("personId", "=", personId).execute();
};
