import * as z from "zod";
import { type Id, isId } from "#core/id.ts";
import type { OutwardJob } from "#core/jobs.ts";
import { startThread } from "#core/thread.ts";
import { Findings } from "#methods/opinion-findings.ts";
import { keepMap } from "./commands.ts";
import { findWork } from "./queries.ts";

const Data = z.object({ round: z.string().refine((text): text is Id<"opinionRound"> => isId(text)) });

/** The map is computed between transactions, in a thread of its own. */
export const jobs: readonly OutwardJob[] = [
  {
    name: "compute.opinions",
    reach: async (open, data) => {
      const { round } = Data.parse(data);
      const work = await open((ctx) => findWork(ctx, round));
      if (!work) return;
      const { revision, task } = work;
      const thread = startThread("mapper", task);
      try {
        const result = Findings.parse(await thread.answer);
        await open((ctx) => keepMap(ctx, round, { revision, votes: task.votes, result }));
      } finally {
        await thread.end();
      }
    },
  },
];
