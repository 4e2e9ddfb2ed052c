import { setTimeout as sleep } from "node:timers/promises";
import { storePaper } from "#core/files.ts";
import { type Id, isId } from "#core/id.ts";
import type { JobData, OutwardJob } from "#core/jobs.ts";
import { startThread, type Thread } from "#core/thread.ts";
import { typeset } from "#core/typeset.ts";
import type { ProtectedRelease } from "#methods/survey-release.ts";
import { paperFor } from "#modules/reports/printing/queries.ts";
import { reportOf } from "#modules/surveys/documents/queries.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { printingRelease, protecting } from "#modules/surveys/releases/commands.ts";
import { findRelease } from "#modules/surveys/releases/queries.ts";
import {
  beginProtection,
  failProtection,
  finishProtection,
  keepReleasePaper,
  noteRelease,
} from "./commands.ts";

const look = 500;
const longest = 180_000;

const idsIn = (data: JobData): { readonly survey: Id<"survey">; readonly release: Id<"surveyRelease"> } => {
  const [survey, release] = [String(data["survey"]), String(data["release"])];
  if (!isId<"survey">(survey) || !isId<"surveyRelease">(release)) throw new TypeError("not a release");
  return { survey, release };
};

/** Waits for the answer of the thread, noting how far it is; nothing when somebody stopped it or it takes too long. */
const watch = async (
  thread: Thread,
  note: (percent: number) => Promise<boolean>,
): Promise<ProtectedRelease | undefined> => {
  const ready = thread.answer.then((answer) => ({ answer: answer as ProtectedRelease }));
  const end = performance.now() + longest;
  while (performance.now() < end) {
    const first = await Promise.race([ready, sleep(look)]);
    if (first) return first.answer;
    if (await note(Number(thread.latest() ?? 0) * 100)) return undefined;
  }
  throw new Error("The protection took too long.");
};

/** Hides what must be hidden of a release, between transactions and in a thread of its own. */
export const protectJob: OutwardJob = {
  name: protecting,
  reach: async (open, data) => {
    const { survey, release } = idsIn(data);
    const begun = await open((ctx) => beginProtection(ctx, survey, release));
    if (!begun) return;
    const thread = startThread("protector", begun);
    try {
      const found = await watch(thread, (percent) => open((ctx) => noteRelease(ctx, release, percent)));
      if (found) await open((ctx) => finishProtection(ctx, survey, release, found, begun.earlier.length));
    } catch (error) {
      await open((ctx) =>
        failProtection(ctx, release, error instanceof Error ? error.message : String(error)),
      );
    } finally {
      await thread.end();
    }
  },
};

/** Sets the paper of a published release, and keeps it. */
export const printJob: OutwardJob = {
  name: printingRelease,
  reach: async (open, data) => {
    const { survey, release } = idsIn(data);
    const paper = await open(async (ctx) => {
      const [asked, row] = [await findSurvey(ctx, survey), await findRelease(ctx, survey, release)];
      if (!asked || !row?.content || row.state !== "published" || row.fileId !== null) return undefined;
      const report = await reportOf(ctx, asked, row, row.content);
      const name = `${asked.slug}-${row.number ?? 0}.pdf`;
      const mark = row.contentHash ?? "";
      return { name, set: await paperFor(ctx, report, { origin: String(data["origin"]), mark }) };
    });
    if (!paper) return;
    const bytes = await typeset(paper.set);
    await open(async (ctx) =>
      keepReleasePaper(ctx, release, await storePaper(ctx, { name: paper.name, bytes })),
    );
  },
};

export const jobs: readonly OutwardJob[] = [protectJob, printJob];
