import type { Job } from "#core/jobs.ts";
import { watchCirculars } from "./commands.ts";

/** Shortly after midnight what is due is counted; every hour, so that no break of the house moves a day. */
export const jobs: readonly Job[] = [
  { name: "consortium.watch_circulars", schedule: "7 * * * *", run: watchCirculars },
];
