import { type Id, isId } from "#core/id.ts";
import type { JobData, OutwardJob } from "#core/jobs.ts";
import { startThread } from "#core/thread.ts";
import { beginCount, type Counted, countingJob, failCount, finishCount } from "./commands.ts";

const idIn = (data: JobData): Id<"ballot"> => {
  const id = String(data["ballotId"]);
  if (!isId<"ballot">(id)) throw new TypeError("not a ballot");
  return id;
};

/** Counts a ballot between transactions and in a thread of its own, so that nobody waits for it. */
export const countJob: OutwardJob = {
  name: countingJob,
  reach: async (open, data) => {
    const id = idIn(data);
    const file = await open((ctx) => beginCount(ctx, id));
    if (!file) return;
    const thread = startThread("teller", file);
    try {
      // What the thread answers is made by the entry `teller` and by nobody else.
      const counted = (await thread.answer) as Counted;
      await open((ctx) => finishCount(ctx, id, file, counted));
    } catch (error) {
      await open((ctx) => failCount(ctx, id, error instanceof Error ? error.message : String(error)));
    } finally {
      await thread.end();
    }
  },
};

export const jobs: readonly OutwardJob[] = [countJob];
