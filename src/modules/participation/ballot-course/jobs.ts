import type { Job } from "#core/jobs.ts";
import { followClock } from "./commands.ts";

export const jobs: readonly Job[] = [
  { name: "ballot.follow_clock", schedule: "*/5 * * * *", run: followClock },
];
