import * as z from "zod";
import { serveThread } from "#core/thread.ts";
import { answerPlan } from "#methods/assignment-answer.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import { Plan } from "#methods/assignment-plan.ts";

const Task = z.object({ plan: Plan, timeLimitSeconds: z.number().positive() });

// A thread of its own: it computes the plan of an offer, and tells how far it is.
await serveThread(async (task, { shouldStop, progress }) => {
  const { plan, timeLimitSeconds } = Task.parse(task);
  return answerPlan(plan, { highs: await loadHighs(), timeLimitSeconds, shouldStop, onProgress: progress });
});
