import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Dataset } from "#core/module.ts";
import { listProcesses, phasesOf } from "./queries.ts";

const columns = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  state: z.string(),
  publishedAt: z.date().nullable(),
  proposalCount: z.number(),
  closingWords: z.string(),
  phases: z.string(),
});

const rows = async (ctx: Context) => {
  const processes = await listProcesses(ctx, 1_000);
  const phases = await phasesOf(
    ctx,
    processes.map(({ id }) => id),
  );
  return processes.map((process) => ({
    ...process,
    phases: (phases.get(process.id) ?? [])
      .map(({ kind, startsOn, endsOn }) => `${kind} ${startsOn}/${endsOn}`)
      .join("; "),
  }));
};

/** What the town decides together, free for every use. */
export const datasets: readonly Dataset[] = [{ name: "processes", licence: "CC0-1.0", columns, rows }];
