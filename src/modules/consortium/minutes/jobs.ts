import type { Job } from "#core/jobs.ts";
import { followMinutes } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "consortium.follow_minutes",
    schedule: "*/15 * * * *",
    run: async (ctx) => void (await followMinutes(ctx)),
  },
];
