import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { dropTasks, lockAnswer } from "#modules/participation/answering/commands.ts";
import type { AnswerId } from "#modules/participation/answering/queries.ts";
import { follow } from "#modules/participation/commands.ts";
import { may } from "#modules/participation/policy.ts";
import { homeOf } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";

const mostAnHour = 5;

export type QuestionRefusal = "notOpen" | "notAllowed" | "tooMany";

const askedLately = async (ctx: Context, person: Id<"person">): Promise<number> => {
  const { n } = await ctx.db
    .selectFrom("processAnswers")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("askedBy", "=", person)
    .where("madeAt", ">", new Date(+ctx.now - 3_600_000))
    .executeTakeFirstOrThrow();
  return n;
};

export type NewQuestion = {
  readonly words: string;
  readonly proposalId?: Id<"proposal"> | null | undefined;
  /** Shown under one's name, or without. */
  readonly named: boolean;
};

/** Somebody asks the administration, about a process or one proposal in it. The same clock runs as for proposals. */
export const askQuestion = async (
  ctx: Context,
  process: Process,
  { words, proposalId = null, named }: NewQuestion,
): Promise<Outcome<AnswerId, QuestionRefusal>> => {
  const me = signedIn(ctx.actor);
  if (process.state !== "published") return refused("notOpen");
  if (!may.write(ctx, process, await homeOf(ctx))) return refused("notAllowed");
  if ((await askedLately(ctx, me.id)) >= mostAnHour) return refused("tooMany");
  const { id } = await ctx.db
    .insertInto("processAnswers")
    .values({
      processId: process.id,
      proposalId,
      questionWords: words,
      askedBy: me.id,
      authorWords: named ? me.name : "",
      dueOn: plusDays(dayOf(ctx.now), process.answerDays),
      madeAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await follow(ctx, process.id, me.id);
  await record(ctx, "question.asked", id, { processId: process.id, proposalId });
  return done(id);
};

/** Whoever asked takes the question back, while nobody has answered. */
export const withdrawQuestion = async (ctx: Context, id: AnswerId): Promise<Outcome<null, "answered">> => {
  const me = signedIn(ctx.actor);
  const row = await lockAnswer(ctx, id);
  found(row.askedBy === me.id && row.questionWords !== "" ? row : undefined);
  if (row.verdict) return refused("answered");
  await ctx.db.updateTable("processAnswers").set({ state: "withdrawn" }).where("id", "=", id).execute();
  await dropTasks(ctx, [id]);
  await record(ctx, "question.withdrawn", id, { processId: row.processId });
  return done(null);
};
