import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { type Id, isId } from "#core/id.ts";
import { enqueue, type Job, type JobData } from "#core/jobs.ts";
import { sendMail } from "#core/mail.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { makeVotingCodes, writingJob } from "./commands.ts";
import { say } from "./messages.ts";
import { addressOf, letterWords, voters } from "./queries.ts";

const atOnce = 100;

const listDue = async (ctx: Context, ballotId: Id<"ballot">, voterId: Id<"ballotVoter"> | undefined) => {
  const rows = await voters(ctx, ballotId)
    .leftJoin("people", (join) =>
      join
        .onRef("people.placeId", "=", "ballotVoters.placeId")
        .onRef("people.id", "=", "ballotVoters.personId"),
    )
    .select([
      "ballotVoters.id",
      "ballotVoters.name",
      "ballotVoters.email",
      "ballotVoters.personId",
      "people.language",
    ])
    .where("ballotVoters.email", "<>", "")
    .$if(voterId === undefined, (query) => query.where("ballotCodes.id", "is", null))
    .$if(voterId !== undefined, (query) => (voterId ? query.where("ballotVoters.id", "=", voterId) : query))
    .orderBy("ballotVoters.id")
    .limit(atOnce)
    .execute();
  return rows;
};

type Due = Awaited<ReturnType<typeof listDue>>[number];

const writeTo = async (ctx: Context, ballot: Ballot, to: Due, code: string): Promise<void> => {
  const reader = to.language ? { ...ctx, language: to.language } : ctx;
  const words = say(reader);
  const { subject, paragraphs } = letterWords(reader, ballot, false);
  await sendMail(ctx, {
    // One mail for each code that was ever made: a new code is a new letter.
    key: `ballot.code:${to.id}:${+ctx.now}`,
    kind: "ballot.code",
    to: {
      email: to.email,
      name: to.name,
      ...(to.personId ? { personId: to.personId } : {}),
      ...(to.language ? { language: to.language } : {}),
    },
    subject,
    paragraphs: [...paragraphs, words("code", { code })],
    actions: [{ label: words("action"), path: addressOf(ballot, code) }],
  });
};

/** Writes to the next hundred, each with a code of their own, and asks for the next. */
export const writeNext = async (
  ctx: Context,
  ballotId: Id<"ballot">,
  voterId?: Id<"ballotVoter">,
): Promise<void> => {
  const ballot = await ctx.db
    .selectFrom("ballots")
    .selectAll()
    .where("id", "=", ballotId)
    .where("state", "in", ["announced", "open"])
    .executeTakeFirst();
  if (!ballot) return;
  const due = await listDue(ctx, ballotId, voterId);
  const codes = await makeVotingCodes(
    ctx,
    ballotId,
    due.map(({ id }) => id),
  );
  for (const to of due) await writeTo({ ...ctx, actor: system }, ballot, to, codes.get(to.id) ?? "");
  if (due.length === atOnce)
    await enqueue(ctx, writingJob, { ballotId }, { key: `${ballotId} ${due.at(-1)?.id}` });
};

const run = (ctx: Context, { ballotId, voterId }: JobData): Promise<void> => {
  const [ballot, voter] = [String(ballotId), String(voterId)];
  if (!isId<"ballot">(ballot)) throw new TypeError("not a ballot");
  return writeNext(ctx, ballot, isId<"ballotVoter">(voter) ? voter : undefined);
};

export const jobs: readonly Job[] = [{ name: writingJob, run }];
