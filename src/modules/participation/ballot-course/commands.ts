import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { record } from "#core/events.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { ballotToWrite } from "#modules/participation/ballots/commands.ts";
import { say } from "#modules/participation/ballots/messages.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";
import { lockBox, mixingJob } from "#modules/participation/box/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { notify } from "#modules/people/notices/commands.ts";

// Those on the roll with a file of their own who have not voted and were not told yet; each in their own language.
const listUntold = (ctx: Context, ballot: BallotId, key: string) =>
  ctx.db
    .selectFrom("ballotVoters as voter")
    .innerJoin("people as person", "person.id", "voter.personId")
    .select(["person.id", "person.language"])
    .where("voter.ballotId", "=", ballot)
    .where("voter.votedBy", "is", null)
    .where("voter.struck", "=", false)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("notices")
            .select("notices.id")
            .whereRef("notices.personId", "=", "person.id")
            .where("notices.key", "=", key),
        ),
      ),
    )
    .limit(20_000)
    .execute();

const tell = async (ctx: Context, ballot: Ballot, what: "open" | "closing"): Promise<void> => {
  const key = `ballot ${what} ${ballot.id}`;
  for (const { id, language } of await listUntold(ctx, ballot.id, key)) {
    const words = say({ language });
    const day = dayAndTime({ language, now: ctx.now }, ballot.closesAt);
    const { title } = ballot;
    await notify(ctx, {
      personId: id,
      key,
      kind: "reminder",
      title: what === "open" ? words("openTitle", { title }) : words("closingTitle", { title, day }),
      text: what === "open" ? words("openText", { day }) : words("closingText"),
      path: paths.ballot(ballot.slug),
      until: ballot.closesAt,
    });
  }
};

/** Its time has come: those on the roll are told. */
export const openBallot = async (ctx: Context, id: BallotId): Promise<Outcome<null, "notYet">> => {
  const ballot = await ballotToWrite(ctx, id);
  if (ballot.state !== "announced" || ballot.opensAt > ctx.now) return refused("notYet");
  await ctx.db
    .updateTable("ballots")
    .set({ state: "open", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await tell(ctx, ballot, "open");
  await record(ctx, "ballot.opened", id);
  return done(null);
};

/** Its time is over: nobody votes online any more, roll and box are mixed, and paper can be counted. */
export const closeBallot = async (ctx: Context, id: BallotId): Promise<Outcome<null, "notYet">> => {
  await lockBox(ctx, id, "alone");
  const ballot = await ballotToWrite(ctx, id);
  if (!["announced", "open"].includes(ballot.state) || ballot.closesAt > ctx.now) return refused("notYet");
  await ctx.db
    .updateTable("ballots")
    .set({ state: "closed", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await enqueue(ctx, mixingJob, { ballotId: id }, { key: id });
  await record(ctx, "ballot.closed", id);
  return done(null);
};

/** Calls a ballot off, with a reason for everybody. What was published stays. */
export const cancelBallot = async (
  ctx: Context,
  id: BallotId,
  words: string,
): Promise<Outcome<null, "published" | "noReason">> => {
  await lockBox(ctx, id, "alone");
  const ballot = await ballotToWrite(ctx, id);
  if (ballot.state === "published") return refused("published");
  if (words.trim() === "") return refused("noReason");
  await ctx.db
    .updateTable("ballots")
    .set({ state: "canceled", cancelWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "ballot.canceled", id);
  return done(null);
};

const day = 86_400_000;

/** Two days before the end, once: whoever has not voted is reminded. */
const remindDue = async (ctx: Context): Promise<void> => {
  const rows = await ctx.db
    .selectFrom("ballots")
    .selectAll()
    .where("state", "=", "open")
    .where("closesAt", ">", ctx.now)
    .where("closesAt", "<=", new Date(+ctx.now + 2 * day))
    .limit(100)
    .execute();
  for (const ballot of rows) await tell(ctx, ballot, "closing");
};

/** Follows the clock: opens what is due, closes what is over, reminds those who have not voted. */
export const followClock = async (ctx: Context): Promise<void> => {
  const due = await ctx.db
    .selectFrom("ballots")
    .select(["id", "closesAt"])
    .where((at) =>
      at.or([
        at.and([at("state", "=", "announced"), at("opensAt", "<=", ctx.now)]),
        at.and([at("state", "=", "open"), at("closesAt", "<=", ctx.now)]),
      ]),
    )
    .limit(100)
    .execute();
  for (const { id, closesAt } of due) {
    if (closesAt > ctx.now) await openBallot(ctx, id);
    else await closeBallot(ctx, id);
  }
  await remindDue(ctx);
};
