import type { Context } from "#core/context.ts";
import { dayLong } from "#core/date.ts";
import { asMarkdown } from "#core/markdown.ts";
import type { Block, Report } from "#methods/report.ts";
import { diffWords, type Edit } from "#methods/text-diff.ts";
import type { ParagraphRow, VersionRow } from "#modules/strategy/texts/queries.ts";
import { say } from "./messages.ts";

/** One line of a comparison: a paragraph that stayed or changed, came, or went. */
export type Compared =
  | {
      readonly kind: "kept";
      readonly row: ParagraphRow;
      readonly base: string;
      readonly edits: readonly Edit[];
    }
  | { readonly kind: "new" | "gone"; readonly row: ParagraphRow };

/** What became of each paragraph between two versions, in the order of the later one; what went stands where it was. */
export const compareTexts = (
  before: readonly ParagraphRow[],
  after: readonly ParagraphRow[],
): readonly Compared[] => {
  const earlier = new Map(before.map((row, index) => [row.id, { row, index }]));
  const later = new Set(after.map(({ id }) => id));
  let seen = -1;
  const lines = after.flatMap((row): Compared[] => {
    const old = earlier.get(row.id);
    if (!old) return [{ kind: "new", row }];
    const gone = before.slice(seen + 1, old.index).filter(({ id }) => !later.has(id));
    seen = Math.max(seen, old.index);
    const kept: Compared = {
      kind: "kept",
      row,
      base: old.row.words,
      edits: diffWords(old.row.words, row.words),
    };
    return [...gone.map((one): Compared => ({ kind: "gone", row: one })), kept];
  });
  const rest = before.slice(seen + 1).filter(({ id }) => !later.has(id));
  return [...lines, ...rest.map((row): Compared => ({ kind: "gone", row }))];
};

/** A version as it is set on paper. */
export const asReport = (ctx: Context, version: VersionRow, paragraphs: readonly ParagraphRow[]): Report => {
  const words = say(ctx);
  const { place } = ctx;
  const vision: Block[] =
    version.vision === ""
      ? []
      : [{ kind: "note", key: "vision", origin: "written", text: `${words("vision")}: ${version.vision}` }];
  return {
    title: version.title,
    subtitle: words("version", version),
    language: ctx.language,
    stand: version.adoptedOn ? words("stand", { date: dayLong(ctx, version.adoptedOn) }) : words("standOpen"),
    author: place.officeName || place.name,
    publisher: place.officeName || place.name,
    blocks: [
      ...vision,
      ...paragraphs.map(
        ({ id, kind, words: text, number }): Block =>
          kind === "heading"
            ? { kind: "heading", key: id, origin: "written", level: 1, text: text.slice(0, 300) }
            : { kind: "text", key: id, origin: "written", text: `(${number}) ${asMarkdown(text)}` },
      ),
    ],
  };
};
