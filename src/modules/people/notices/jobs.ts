import { enqueue, type Job } from "#core/jobs.ts";
import { forgetOldNotices, tellWaiting } from "./commands.ts";

const atOnce = 200;
const letters = "notices.tell";

export const jobs: readonly Job[] = [
  {
    name: letters,
    // A little after the full hour, which is what people choose.
    schedule: "3 6-21 * * *",
    run: async (ctx) => {
      const told = await tellWaiting(ctx, atOnce);
      // The rest in a transaction of its own, so that no lock is held for long.
      if (told === atOnce) await enqueue(ctx, letters, {});
    },
  },
  { name: "notices.forget", schedule: "27 3 * * *", run: forgetOldNotices },
];
