import type { Job } from "#core/jobs.ts";
import { forgetInquiries } from "./commands.ts";

/** What nobody needs any more is forgotten, every night. */
export const jobs: readonly Job[] = [
  {
    name: "inquiry.forget",
    schedule: "20 3 * * *",
    run: async (ctx) => {
      await forgetInquiries(ctx);
    },
  },
];
