import type { Id } from "#core/id.ts";
import type { Job } from "#core/jobs.ts";
import { watchPlans } from "./commands.ts";

export const jobs: readonly Job[] = [
  { name: "shift.watch", run: (ctx, data) => watchPlans(ctx, data["opportunityId"] as Id<"opportunity">) },
  { name: "shift.watch_all", schedule: "20 6 * * *", run: (ctx) => watchPlans(ctx) },
];
