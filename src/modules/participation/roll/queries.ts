import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";
import type { Ballot, BallotVoter } from "#modules/participation/schema.ts";

export type VoterId = Id<"ballotVoter">;
export type RollCount = {
  /** Who may vote and was not struck. */
  readonly entitled: number;
  readonly online: number;
  readonly letter: number;
  readonly counter: number;
  readonly struck: number;
};

/** How many may vote, and how many did by which way. Never when. */
export const countRoll = async (ctx: Context, ballot: BallotId): Promise<RollCount> => {
  const { rows } = await sql<RollCount>`
    select count(*) filter (where not struck)::int as entitled,
      count(*) filter (where voted_by = 'online')::int as online,
      count(*) filter (where voted_by = 'letter')::int as letter,
      count(*) filter (where voted_by = 'counter')::int as counter,
      count(*) filter (where struck)::int as struck
    from ballot_voters where ballot_id = ${ballot}`.execute(ctx.db);
  return rows[0] ?? { entitled: 0, online: 0, letter: 0, counter: 0, struck: 0 };
};

export const votersAPage = 100;

/** The roll by number, as far as its words match. */
export const listVoters = (
  ctx: Context,
  ballot: BallotId,
  { words = "", offset = 0, limit = votersAPage }: { words?: string; offset?: number; limit?: number } = {},
) =>
  ctx.db
    .selectFrom("ballotVoters")
    .selectAll()
    .where("ballotId", "=", ballot)
    .$if(words !== "", (query) => query.where("name", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`))
    .orderBy("number")
    .offset(offset)
    .limit(Math.min(limit, 20_000))
    .execute();

export const findVoter = (ctx: Context, ballot: BallotId, id: VoterId): Promise<BallotVoter | undefined> =>
  ctx.db
    .selectFrom("ballotVoters")
    .selectAll()
    .where("ballotId", "=", ballot)
    .where("id", "=", id)
    .executeTakeFirst();

/** Somebody by the number on their letter and voting slip. */
export const findVoterByNumber = (
  ctx: Context,
  ballot: BallotId,
  number: number,
): Promise<BallotVoter | undefined> =>
  ctx.db
    .selectFrom("ballotVoters")
    .selectAll()
    .where("ballotId", "=", ballot)
    .where("number", "=", number)
    .executeTakeFirst();

/** The address with which a person signs in, which they have proven to be theirs; so a letter by mail is theirs too. */
const ownAddress = (person: Id<"person">) => sql<string>`(
  select lower(account.email::text) from people person
  join accounts account on account.id = person.account_id
  where person.place_id = current_place() and person.id = ${person})`;

/** Whether a row of the roll is this person: by their file, or by the mail their code went to. */
export const isOf = (person: Id<"person">) =>
  sql<boolean>`(person_id = ${person} or
    (person_id is null and email <> '' and lower(email) = ${ownAddress(person)}))`;

/**
 * The signed-in person on the roll of this ballot, if they stand there: once, even if the office put their mail on it
 * and a code was sent there.
 */
export const ownVoter = (ctx: Context, ballot: BallotId): Promise<BallotVoter | undefined> =>
  ctx.actor.kind === "person"
    ? ctx.db
        .selectFrom("ballotVoters")
        .selectAll()
        .where("ballotId", "=", ballot)
        .where(isOf(ctx.actor.id))
        .orderBy("personId", (order) => order.asc().nullsLast())
        .limit(1)
        .executeTakeFirst()
    : Promise.resolve(undefined);

/** May the signed-in person vote, and if not: why. */
export type Entitlement =
  | "entitled"
  | "voted"
  | "struck"
  | "signIn"
  | "notOnRoll"
  | "notResident"
  | "tooYoung"
  | "ageUnknown";

const bands = { under16: 0, "16to17": 16, adult: 18 } as const;

type Rule = Pick<Ballot, "id" | "electorate" | "postcodes" | "leastAge">;

/** Asked of the roll first, then of the person's own file: where they live and how old they are. */
export const entitlementOf = async (ctx: Context, ballot: Rule): Promise<Entitlement> => {
  if (ctx.actor.kind !== "person") return "signIn";
  const voter = await ownVoter(ctx, ballot.id);
  if (voter) return voter.struck ? "struck" : voter.votedBy ? "voted" : "entitled";
  if (ballot.electorate === "roll") return "notOnRoll";
  const person = await ctx.db
    .selectFrom("people")
    .select(["postcode", "ageBand"])
    .where("id", "=", ctx.actor.id)
    .executeTakeFirst();
  if (ballot.electorate === "residents" && !ballot.postcodes.includes(person?.postcode ?? ""))
    return "notResident";
  if (ballot.leastAge === 0) return "entitled";
  if (!person?.ageBand) return "ageUnknown";
  return bands[person.ageBand] >= ballot.leastAge ? "entitled" : "tooYoung";
};

/** The ballots on whose roll a person stands, and whether they have voted: for their own page. */
export const listRolls = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("ballotVoters as voter")
    .innerJoin("ballots as ballot", "ballot.id", "voter.ballotId")
    .select(["ballot.id", "ballot.title", "ballot.slug", "ballot.state", "ballot.closesAt", "voter.votedBy"])
    .where(isOf(person))
    .where("ballot.state", "<>", "draft")
    .orderBy("ballot.closesAt", "desc")
    .limit(100)
    .execute();
