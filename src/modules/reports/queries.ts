import type { Context } from "#core/context.ts";
import { listPictures } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import { Report } from "#methods/report.ts";
import { may } from "./policy.ts";
import type { Report as Row } from "./schema.ts";

export type ReportRow = Omit<Row, "content"> & { readonly content: Report };

/** What a list needs of a report, without its parts. */
export type ReportCard = Pick<
  Row,
  | "id"
  | "slug"
  | "kind"
  | "title"
  | "state"
  | "sealedAt"
  | "madeAt"
  | "changedAt"
  | "fileId"
  | "subjectKind"
  | "subjectId"
>;

const card = [
  "id",
  "slug",
  "kind",
  "title",
  "state",
  "sealedAt",
  "madeAt",
  "changedAt",
  "fileId",
  "subjectKind",
  "subjectId",
] as const;

const parsed = (row: Row | undefined): ReportRow | undefined =>
  row && { ...row, content: Report.parse(row.content) };

/** One report, for those who write it. */
export const findReport = async (ctx: Context, id: Id<"report">): Promise<ReportRow | undefined> =>
  may.write(ctx)
    ? parsed(await ctx.db.selectFrom("reports").selectAll().where("id", "=", id).executeTakeFirst())
    : undefined;

/** One sealed report, for everybody. */
export const findSealed = async (ctx: Context, slug: string): Promise<ReportRow | undefined> =>
  parsed(
    await ctx.db
      .selectFrom("reports")
      .selectAll()
      .where("slug", "=", slug)
      .where("state", "=", "sealed")
      .executeTakeFirst(),
  );

/** Every report, drafts first, for those who write them. */
export const listReports = (ctx: Context): Promise<ReportCard[]> =>
  may.write(ctx)
    ? ctx.db
        .selectFrom("reports")
        .select(card)
        .orderBy("state")
        .orderBy("changedAt", "desc")
        .limit(200)
        .execute()
    : Promise.resolve([]);

/** The sealed reports, newest first. */
export const listSealed = (ctx: Context, { limit = 100 } = {}): Promise<ReportCard[]> =>
  ctx.db
    .selectFrom("reports")
    .select(card)
    .where("state", "=", "sealed")
    .orderBy("sealedAt", "desc")
    .limit(limit)
    .execute();

/** The reports about one thing, newest first; drafts only for those who write them. */
export const listReportsOf = (
  ctx: Context,
  subjectKind: string,
  subjectId: string,
): Promise<ReportCard[]> => {
  let query = ctx.db
    .selectFrom("reports")
    .select(card)
    .where("subjectKind", "=", subjectKind)
    .where("subjectId", "=", subjectId)
    .orderBy("madeAt", "desc")
    .limit(50);
  if (!may.write(ctx)) query = query.where("state", "=", "sealed");
  return query.execute();
};

/** The pictures a report shows, without their bytes. */
export const picturesOf = (ctx: Context, { blocks }: Report) =>
  listPictures(
    ctx,
    blocks.flatMap((block) => (block.kind === "picture" ? [block.file as Id<"file">] : [])),
  );
