import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { enqueue, type Job } from "#core/jobs.ts";
import { mixBox, mixingJob } from "./commands.ts";

/** Asks for roll and box of every ballot that takes sheets to be laid anew, each in a transaction of its own. */
const mixAll = async (ctx: Context): Promise<void> => {
  const rows = await ctx.db
    .selectFrom("ballots")
    .select("id")
    .where("state", "in", ["open", "closed"])
    .limit(200)
    .execute();
  for (const { id } of rows) await enqueue(ctx, mixingJob, { ballotId: id }, { key: id });
};

export const jobs: readonly Job[] = [
  { name: mixingJob, run: (ctx, data) => mixBox(ctx, data["ballotId"] as Id<"ballot">) },
  { name: "ballot.mix_all", schedule: "17 * * * *", run: mixAll },
];
