import type { Context } from "#core/context.ts";
import { fetchFile } from "#core/fetch.ts";
import { isId } from "#core/id.ts";
import { type AnyJob, enqueue, type OutwardJob } from "#core/jobs.ts";
import { keepReading, knownOf, readingJob } from "./commands.ts";
import { listDue } from "./queries.ts";

/** The job that reads one calendar, by way of `fetch`. */
export const readingBy = (fetch: typeof fetchFile): OutwardJob => ({
  name: readingJob,
  reach: async (open, { source }) => {
    const id = String(source);
    if (!isId<"calendarSource">(id)) throw new TypeError(`not a calendar: ${id}`);
    const known = await open((ctx) => knownOf(ctx, id));
    if (!known) return;
    const reading = await fetch(known.url, known);
    await open((ctx) => keepReading(ctx, id, reading));
  },
});

const atOnce = 50;

/** Asks for every calendar whose time has come. */
export const askForDue = async (ctx: Context): Promise<void> => {
  for (const { id } of await listDue(ctx, atOnce))
    await enqueue(ctx, readingJob, { source: id }, { key: id });
};

export const jobs: readonly AnyJob[] = [
  readingBy(fetchFile),
  { name: "calendar_sources.ask", schedule: "*/15 * * * *", run: askForDue },
];
