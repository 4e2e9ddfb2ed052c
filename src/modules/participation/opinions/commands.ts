import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { newToken } from "#core/token.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { OpinionRound } from "#modules/participation/schema.ts";
import { findParticipant, type ParticipantId, type RoundId } from "./queries.ts";

/** How long the map waits for more votes before it is computed. */
const patience = 20_000;
const atOnce = 4_000;

export type NewRound = Pick<OpinionRound, "title" | "question" | "words" | "takesStatements">;

/** The round, locked until the end of what is done to it. */
export const lockRound = async (ctx: Context, id: RoundId): Promise<OpinionRound> =>
  found(
    await ctx.db.selectFrom("opinionRounds").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

/** A new round of opinions, as a draft. */
export const addRound = async (
  ctx: Context,
  processId: ProcessId,
  input: NewRound,
): Promise<{ readonly id: RoundId; readonly slug: string }> => {
  allow(may.run(ctx));
  const wanted = slugOf(input.title, "meinungen");
  const taken = await ctx.db
    .selectFrom("opinionRounds")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(1_000)
    .execute();
  const slug = freeSlug(
    wanted,
    taken.map((row) => row.slug),
  );
  const { id } = await ctx.db
    .insertInto("opinionRounds")
    .values({
      ...input,
      processId,
      slug,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      madeAt: ctx.now,
      changedAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "opinion_round.added", id, { processId });
  return { id, slug };
};

/** From now on everybody is asked. A round begins with a few statements, or nobody knows what it is about. */
export const openRound = async (
  ctx: Context,
  id: RoundId,
): Promise<Outcome<null, "notDraft" | "noStatements">> => {
  allow(may.run(ctx));
  const round = await lockRound(ctx, id);
  if (round.state === "open") return refused("notDraft");
  if (round.statementCount < 3) return refused("noStatements");
  await ctx.db
    .updateTable("opinionRounds")
    .set({ state: "open", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "opinion_round.opened", id, { processId: round.processId });
  return done(null);
};

/** Nobody is asked any more; the map stays. */
export const closeRound = async (ctx: Context, id: RoundId): Promise<Outcome<null, "notOpen">> => {
  allow(may.run(ctx));
  const round = await lockRound(ctx, id);
  if (round.state !== "open") return refused("notOpen");
  await ctx.db
    .updateTable("opinionRounds")
    .set({ state: "closed", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await askForMap(ctx, id);
  await record(ctx, "opinion_round.closed", id, { processId: round.processId });
  return done(null);
};

/** Something changed that the map shows: it is computed soon, once for all that comes in the meantime. */
export const askForMap = async (ctx: Context, id: RoundId): Promise<void> => {
  await ctx.db
    .updateTable("opinionRounds")
    .set({ revision: sql`revision + 1` })
    .where("id", "=", id)
    .execute();
  await enqueue(ctx, "compute.opinions", { round: id }, { after: new Date(+ctx.now + patience), key: id });
};

/** A device that comes back, or a new one; the token is handed out once. The round is locked. */
export const comeIn = async (
  ctx: Context,
  round: Pick<OpinionRound, "id" | "participantCount">,
  token: string | undefined,
): Promise<{ readonly id: ParticipantId; readonly token?: string }> => {
  const known = await findParticipant(ctx, round.id, token);
  if (known) return { id: known };
  const fresh = newToken();
  const { id } = await ctx.db
    .insertInto("opinionParticipants")
    .values({ roundId: round.id, number: round.participantCount + 1, tokenHash: fresh.hash })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .updateTable("opinionRounds")
    .set({ participantCount: round.participantCount + 1 })
    .where("id", "=", round.id)
    .execute();
  return { id, token: fresh.token };
};

export type Voice = {
  readonly token: string | undefined;
  readonly statement: Id<"statement">;
  readonly vote: -1 | 0 | 1;
};

/** Somebody agrees, disagrees or passes; the last word counts. Nothing is kept of who it was. */
export const voice = async (
  ctx: Context,
  roundId: RoundId,
  { token, statement, vote }: Voice,
): Promise<Outcome<{ readonly token?: string }, "notOpen">> => {
  const round = await lockRound(ctx, roundId);
  if (round.state !== "open") return refused("notOpen");
  found(
    await ctx.db
      .selectFrom("statements")
      .select("id")
      .where("id", "=", statement)
      .where("roundId", "=", roundId)
      .where("state", "=", "accepted")
      .executeTakeFirst(),
  );
  const { id: participantId, ...given } = await comeIn(ctx, round, token);
  await ctx.db
    .insertInto("statementVotes")
    .values({ roundId, participantId, statementId: statement, vote })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "participantId", "statementId"]).doUpdateSet({ vote }),
    )
    .execute();
  await countVotes(ctx, roundId, statement);
  await askForMap(ctx, roundId);
  return done(given);
};

/** Writes beside the statements how many agreed, disagreed and passed. */
const countVotes = async (ctx: Context, roundId: RoundId, only?: Id<"statement">): Promise<void> => {
  const counts = ctx.db
    .selectFrom("statementVotes")
    .select(["statementId", "placeId"])
    .select([
      sql<number>`count(*) filter (where vote = 1)`.as("yes"),
      sql<number>`count(*) filter (where vote = -1)`.as("no"),
      sql<number>`count(*) filter (where vote = 0)`.as("pass"),
    ])
    .where("roundId", "=", roundId)
    .$if(only !== undefined, (query) => query.where("statementId", "=", only ?? ("" as Id<"statement">)))
    .groupBy(["placeId", "statementId"])
    .as("counts");
  await ctx.db
    .updateTable("statements")
    .from(counts)
    .set((set) => ({
      agreed: set.ref("counts.yes"),
      disagreed: set.ref("counts.no"),
      passed: set.ref("counts.pass"),
    }))
    .whereRef("statements.id", "=", "counts.statementId")
    .whereRef("statements.placeId", "=", "counts.placeId")
    .execute();
};

/** What one sheet of paper says: number of the statement → vote. */
export type PaperSheet = ReadonlyMap<number, -1 | 0 | 1>;

/** Many sheets at once, from paper or from a file; a sheet is a person. Numbers that are no statement are refused. */
export const addPaperVotes = async (
  ctx: Context,
  roundId: RoundId,
  sheets: readonly PaperSheet[],
): Promise<Outcome<{ readonly added: number }, "notOpen" | "unknown">> => {
  allow(may.run(ctx));
  const round = await lockRound(ctx, roundId);
  if (round.state !== "open") return refused("notOpen");
  const rows = await ctx.db
    .selectFrom("statements")
    .select(["id", "number"])
    .where("roundId", "=", roundId)
    .where("state", "=", "accepted")
    .limit(1_000)
    .execute();
  const ids = new Map(rows.map(({ number, id }) => [number, id]));
  if (sheets.some((sheet) => [...sheet.keys()].some((number) => !ids.has(number)))) return refused("unknown");
  const filled = sheets.filter((sheet) => sheet.size > 0).slice(0, atOnce);
  if (filled.length === 0) return done({ added: 0 });
  const people = await ctx.db
    .insertInto("opinionParticipants")
    .values(
      filled.map((_, index) => ({
        roundId,
        number: round.participantCount + index + 1,
        how: "paper" as const,
      })),
    )
    .returning(["id", "number"])
    .execute();
  const votes = people.flatMap(({ id: participantId, number }) =>
    [...(filled[number - round.participantCount - 1] ?? [])].flatMap(([statement, vote]) => {
      const statementId = ids.get(statement);
      return statementId ? [{ roundId, participantId, statementId, vote }] : [];
    }),
  );
  for (let from = 0; from < votes.length; from += atOnce)
    await ctx.db
      .insertInto("statementVotes")
      .values(votes.slice(from, from + atOnce))
      .execute();
  await ctx.db
    .updateTable("opinionRounds")
    .set({ participantCount: round.participantCount + filled.length })
    .where("id", "=", roundId)
    .execute();
  await countVotes(ctx, roundId);
  await askForMap(ctx, roundId);
  await record(ctx, "opinion_round.paper_added", roundId, { sheets: filled.length });
  return done({ added: filled.length });
};
