import { createHash } from "node:crypto";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import type { Block } from "#methods/report.ts";
import { Report } from "#methods/report.ts";
import { canonicalJson, published } from "#methods/report-data.ts";
import { composedAgain, problemsOfReport } from "#methods/report-edit.ts";
import { may } from "./policy.ts";
import { findReport, type ReportRow } from "./queries.ts";

type ReportId = Id<"report">;

/** The job that sets a sealed report. */
export const printing = "compute.print_report";

export type Composition = {
  /** "workshop", "year" …: what kind of report it is. */
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly report: Report;
};

const authorId = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

/** The content of a report, as its hash is computed: SHA-256 over its canonical JSON. */
export const hashOf = (report: Report): string =>
  createHash("sha256")
    .update(canonicalJson(published(report)))
    .digest("hex");

const freeName = async (ctx: Context, title: string): Promise<string> => {
  const wanted = slugOf(title, "bericht");
  const taken = await ctx.db
    .selectFrom("reports")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(1_000)
    .execute();
  return freeSlug(
    wanted,
    taken.map(({ slug }) => slug),
  );
};

/**
 * Puts a report together from data. A draft about the same thing is composed anew: what the office wrote, left out and
 * named stays. After a report is sealed the next composition begins another one.
 */
export const composeReport = async (
  ctx: Context,
  { kind, subjectKind, subjectId, report }: Composition,
): Promise<ReportId> => {
  allow(may.write(ctx));
  const draft = await ctx.db
    .selectFrom("reports")
    .select(["id", "content"])
    .where("kind", "=", kind)
    .where("subjectKind", "=", subjectKind)
    .where("subjectId", "=", subjectId)
    .where("state", "=", "draft")
    .forUpdate()
    .executeTakeFirst();
  if (!draft) {
    const { id } = await ctx.db
      .insertInto("reports")
      .values({
        slug: await freeName(ctx, report.title),
        kind,
        subjectKind,
        subjectId,
        title: report.title,
        content: JSON.stringify(Report.parse(report)),
        madeBy: authorId(ctx),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await record(ctx, "report.composed", id);
    return id;
  }
  const before = Report.parse(draft.content);
  const blocks = composedAgain(before.blocks, report.blocks);
  const { title, subtitle, author } = before;
  await write(ctx, draft.id, {
    ...report,
    title,
    author,
    ...(subtitle ? { subtitle } : {}),
    blocks: [...blocks],
  });
  await record(ctx, "report.composed", draft.id);
  return draft.id;
};

const write = (ctx: Context, id: ReportId, content: Report) =>
  ctx.db
    .updateTable("reports")
    .set((row) => ({
      content: JSON.stringify(Report.parse(content)),
      title: content.title,
      revision: row("revision", "+", 1),
      changedAt: ctx.now,
    }))
    .where("id", "=", id)
    .execute();

export type ChangeRefusal = "sealed" | "changedMeanwhile" | "data";

/** Changes a draft that was read at `revision`; if somebody has written since, nothing is overwritten. */
export const changeReport = async (
  ctx: Context,
  id: ReportId,
  revision: number,
  change: (report: Report) => Report,
): Promise<Outcome<null, ChangeRefusal>> => {
  const row = await lock(ctx, id);
  if (row.state === "sealed") return refused("sealed");
  if (row.revision !== revision) return refused("changedMeanwhile");
  const next = change(row.content);
  if (altersData(row.content.blocks, next.blocks)) return refused("data");
  await write(ctx, id, next);
  await record(ctx, "report.changed", id);
  return done(null);
};

/** What was taken from the data may be left out and moved; its words and numbers stay as they are. */
const altersData = (before: readonly Block[], after: readonly Block[]): boolean => {
  const plain = ({ omitted: _, ...block }: Block): string => canonicalJson(block);
  const known = new Map(
    before.filter(({ origin }) => origin === "data").map((block) => [block.key, plain(block)]),
  );
  const kept = after.filter(({ origin }) => origin === "data");
  return kept.length !== known.size || kept.some((block) => known.get(block.key) !== plain(block));
};

const lock = async (ctx: Context, id: ReportId): Promise<ReportRow> => {
  allow(may.write(ctx));
  await ctx.db.selectFrom("reports").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  return found(await findReport(ctx, id));
};

export type SealRefusal = "sealed" | "changedMeanwhile" | "problems";

/** Ends all changes: from now on everybody can read it, and its hash tells that it stayed the same. The paper follows; `origin` stands before its links. */
export const sealReport = async (
  ctx: Context,
  id: ReportId,
  revision: number,
  origin: string,
): Promise<Outcome<string, SealRefusal>> => {
  const row = await lock(ctx, id);
  if (row.state === "sealed") return refused("sealed");
  if (row.revision !== revision) return refused("changedMeanwhile");
  if (problemsOfReport(row.content).length > 0) return refused("problems");
  const contentHash = hashOf(row.content);
  await ctx.db
    .updateTable("reports")
    .set({ state: "sealed", contentHash, sealedAt: ctx.now, sealedBy: authorId(ctx), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "report.sealed", id, {
    kind: row.kind,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
  });
  await enqueue(ctx, printing, { id, origin }, { key: id });
  return done(row.slug);
};

/** Keeps the paper of a sealed report, or why it could not be set. */
export const keepPaper = (
  ctx: Context,
  id: ReportId,
  paper: { readonly fileId: Id<"file"> } | { readonly paperFailed: string },
) => ctx.db.updateTable("reports").set(paper).where("id", "=", id).where("fileId", "is", null).execute();
