import type { Job } from "#core/jobs.ts";
import { remindOrganizations } from "./commands.ts";

/** Organizations are reminded after three and seven days; after ten the office calls. */
export const jobs: readonly Job[] = [
  { name: "referral.remind", schedule: "20 7 * * *", run: remindOrganizations },
];
