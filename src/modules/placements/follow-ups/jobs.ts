import type { Job } from "#core/jobs.ts";
import { askDueFollowUps } from "./commands.ts";

/** Every morning both sides are asked whose weeks are over. */
export const jobs: readonly Job[] = [{ name: "follow_up.ask", schedule: "10 7 * * *", run: askDueFollowUps }];
