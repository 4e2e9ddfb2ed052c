import { storePaper } from "#core/files.ts";
import { isId } from "#core/id.ts";
import type { OutwardJob } from "#core/jobs.ts";
import { NotSet, typeset } from "#core/typeset.ts";
import { keepPaper, printing } from "#modules/reports/commands.ts";
import { findReport } from "#modules/reports/queries.ts";
import { paperFor } from "./queries.ts";

/** Sets the paper of a sealed report between two transactions, and keeps it. */
export const printReport: OutwardJob = {
  name: printing,
  reach: async (open, data) => {
    const id = String(data["id"]);
    if (!isId<"report">(id)) throw new TypeError(`not a report: ${id}`);
    const wanted = await open(async (ctx) => {
      const row = await findReport(ctx, id);
      if (!row?.contentHash || row.fileId !== null) return undefined;
      const paper = await paperFor(ctx, row.content, {
        origin: String(data["origin"]),
        mark: row.contentHash,
      });
      return { paper, name: `${row.slug}.pdf` };
    });
    if (!wanted) return;
    try {
      const bytes = await typeset(wanted.paper);
      await open(async (ctx) =>
        keepPaper(ctx, id, { fileId: await storePaper(ctx, { name: wanted.name, bytes }) }),
      );
    } catch (error) {
      if (!(error instanceof NotSet)) throw error;
      await open((ctx) => keepPaper(ctx, id, { paperFailed: error.message }));
    }
  },
};

export const jobs: readonly OutwardJob[] = [printReport];
