import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import type { Pace, ReminderTime } from "./vocabulary.ts";

/** How somebody wants to hear from us. */
export type Choices = {
  readonly invitationsPerMonth: number;
  readonly digest: Pace;
  /** The hour of the letter, on the clock of the town. */
  readonly digestHour: number;
  readonly reminders: ReminderTime;
};

/** What holds for whoever never chose. */
export const usualChoices: Choices = {
  invitationsPerMonth: 2,
  digest: "daily",
  digestHour: 17,
  reminders: "day",
};

/** How each of these people wants to hear from us; whoever never chose has the usual. */
export const choicesOf = async (
  ctx: Context,
  personIds: readonly Id<"person">[],
): Promise<ReadonlyMap<Id<"person">, Choices>> => {
  const chosen = new Map<Id<"person">, Choices>(personIds.map((id) => [id, usualChoices]));
  if (personIds.length === 0) return chosen;
  const rows = await ctx.db
    .selectFrom("contactChoices")
    .select(["personId", "invitationsPerMonth", "digest", "digestHour", "reminders"])
    .where("personId", "in", [...chosen.keys()])
    .execute();
  for (const { personId, digest, reminders, ...numbers } of rows) {
    chosen.set(personId, { ...numbers, digest: digest as Pace, reminders: reminders as ReminderTime });
  }
  return chosen;
};

/** How long the link at the foot of a letter leads to the choices. */
export const linkDays = 400;

/** Whose letter this link stood in. The link is the permission: whoever has it may choose for this person. */
export const findLinkOwner = (ctx: Context, token: string) =>
  ctx.db
    .selectFrom("contactLinks")
    .innerJoin("people", "people.id", "contactLinks.personId")
    .select(["people.id", "people.contactBy"])
    .where("tokenHash", "=", hashToken(token))
    .where("madeAt", ">", new Date(+ctx.now - linkDays * 86_400_000))
    .where("leftAt", "is", null)
    .executeTakeFirst();
