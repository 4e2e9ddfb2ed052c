import type { Context } from "#core/context.ts";
import { findFile } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import type { Paper } from "#core/typeset.ts";
import type { Report } from "#methods/report.ts";
import { paperOf } from "#methods/report-paper.ts";
import { say } from "#modules/reports/messages.ts";

const wordsIn = (ctx: Context) => {
  const words = say(ctx);
  return {
    contents: words("contents"),
    page: words("page", { n: "{n}", all: "{all}" }),
    hidden: words("hidden"),
    base: words("base", { n: "{n}" }),
    answer: words("answer"),
    count: words("count"),
  };
};

const picture = async (ctx: Context, id: string) => {
  const file = await findFile(ctx, id as Id<"file">);
  return file ? [{ name: `${id}.webp`, bytes: file.bytes }] : [];
};

/** A report with all that is needed to set it; the setting itself happens outside of any transaction. */
export const paperFor = async (
  ctx: Context,
  report: Report,
  { origin, mark }: { readonly origin: string; readonly mark: string },
): Promise<Paper> => {
  const { source, data, pictures } = paperOf(report, wordsIn({ ...ctx, language: report.language }), {
    origin,
    mark,
  });
  const files = await Promise.all([...new Set(pictures)].map((id) => picture(ctx, id)));
  return { source, data, files: files.flat() };
};
