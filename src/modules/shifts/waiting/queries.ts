import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";

/** How many of a line are looked at when a place is free; who stands further back is reached the next time. */
const looked = 50;

/** Who waits for a need, in the order of arrival, and whether they are somewhere else at that time by now. */
export const listLine = (ctx: Context, needId: Id<"shiftNeed">) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("people", "people.id", "signups.personId")
    .select(["signups.id", "signups.needId", "signups.party", "signups.state", "signups.how"])
    .select(["signups.number", "people.id as personId", "people.name", "people.email", "people.phone"])
    .select("people.language")
    .select([
      sql<boolean>`exists (select from signups other where other.place_id = signups.place_id
        and other.person_id = signups.person_id and other.during && signups.during
        and other.state in ('asked', 'confirmed', 'offered'))`.as("isElsewhere"),
      sql<string>`(select reason from signup_states s where s.place_id = signups.place_id
        and s.signup_id = signups.id order by s.at desc, s.id desc limit 1)`.as("lastReason"),
    ])
    .where("signups.needId", "=", needId)
    .where("signups.state", "=", "waiting")
    .orderBy("signups.number")
    .orderBy("signups.id")
    .limit(looked)
    .execute();

export type Waiting = Awaited<ReturnType<typeof listLine>>[number];

/** The sign-up whose link somebody holds, whatever became of the offer since. */
export const findOffered = (ctx: Context, token: string) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("people", "people.id", "signups.personId")
    .select(["signups.id", "signups.needId", "signups.shiftId", "signups.personId", "signups.party"])
    .select(["signups.state", "signups.offerExpiresAt", "people.name"])
    .where("signups.tokenHash", "=", hashToken(token))
    .executeTakeFirst();

/** Offers whose time is over. */
export const listExpired = (ctx: Context) =>
  ctx.db
    .selectFrom("signups")
    .select(["id", "needId"])
    .where("state", "=", "offered")
    .where("offerExpiresAt", "<=", ctx.now)
    .orderBy("offerExpiresAt")
    .limit(200)
    .execute();

/** The needs for which somebody waits at a time in which they are free again. */
export const listWaitingElsewhere = async (
  ctx: Context,
  personId: Id<"person">,
  signupId: Id<"signup">,
): Promise<Id<"shiftNeed">[]> => {
  const rows = await ctx.db
    .selectFrom("signups")
    .innerJoin("signups as freed", (join) =>
      join.on("freed.id", "=", signupId).on(sql<boolean>`freed.during && signups.during`),
    )
    .select("signups.needId")
    .where("signups.personId", "=", personId)
    .where("signups.state", "=", "waiting")
    .limit(20)
    .execute();
  return rows.map(({ needId }) => needId);
};

export type Offered = NonNullable<Awaited<ReturnType<typeof findOffered>>>;

/** The needs of a shift for which somebody waits. */
export const listNeeds = async (ctx: Context, shiftId: Id<"shift">): Promise<Id<"shiftNeed">[]> => {
  const rows = await ctx.db
    .selectFrom("signups")
    .select("needId")
    .distinct()
    .where("shiftId", "=", shiftId)
    .where("state", "=", "waiting")
    .orderBy("needId")
    .limit(100)
    .execute();
  return rows.map(({ needId }) => needId);
};
