import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { type Id, isId } from "#core/id.ts";
import type { OutwardJob } from "#core/jobs.ts";
import { startThread, type Thread } from "#core/thread.ts";
import { type PlanAnswer, stoppedAnswer } from "#methods/assignment-answer.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import { beginProposal, failProposal, finishProposal, noteProgress } from "./commands.ts";

const Data = z.object({
  proposal: z.string().refine((text): text is Id<"planProposal"> => isId(text)),
});
const Progress = z.object({ percent: z.number(), chosen: z.array(z.number()) });

const look = 1_000;
/** How long a thread may take to notice that it should come to an end. */
const patience = 8_000;

type Watch = {
  readonly thread: Thread;
  readonly problem: Problem;
  readonly timeLimitSeconds: number;
  /** Writes down how far it is, and answers whether to stop. */
  readonly note: (percent: number) => Promise<boolean>;
};

/** Waits for the answer, looking now and then; a thread that does not listen is ended, and its best so far counts. */
const watch = async ({ thread, problem, timeLimitSeconds, note }: Watch) => {
  const ready = thread.answer.then((answer) => ({ answer: answer as PlanAnswer }));
  const limit = performance.now() + timeLimitSeconds * 1_000;
  let end = limit + patience;
  let wasStopped = false;
  for (;;) {
    const first = await Promise.race([ready, sleep(look)]);
    if (first) return { answer: first.answer, wasStopped };
    const progress = Progress.safeParse(thread.latest());
    const searched = 100 - Math.max(0, ((limit - performance.now()) / (timeLimitSeconds * 1_000)) * 100);
    const stops = await note(Math.max(progress.data?.percent ?? 0, searched));
    if (stops && !wasStopped) {
      thread.stop();
      wasStopped = true;
      end = Math.min(end, performance.now() + patience);
    }
    if (performance.now() > end)
      return { answer: stoppedAnswer(problem, progress.data?.chosen ?? []), wasStopped: true };
  }
};

/** "Vorschlag rechnen": between transactions, in a thread of its own. */
export const jobs: readonly OutwardJob[] = [
  {
    name: "compute.plan",
    reach: async (open, data) => {
      const { proposal } = Data.parse(data);
      const begun = await open((ctx) => beginProposal(ctx, proposal));
      if (!begun) return;
      const { problem, timeLimitSeconds } = begun;
      const thread = startThread("solver", { plan: problem, timeLimitSeconds });
      try {
        const note = (percent: number) => open((ctx) => noteProgress(ctx, proposal, percent));
        const { answer, wasStopped } = await watch({ thread, problem, timeLimitSeconds, note });
        await open((ctx) => finishProposal(ctx, proposal, answer, wasStopped));
      } catch (error) {
        // It would fail again in the same way; who asked is told, and so is the log.
        await open((ctx) => failProposal(ctx, proposal));
        throw error;
      } finally {
        await thread.end();
      }
    },
  },
];
