/** A long text as it is pasted, taken apart into headings and paragraphs. */

export type Block = { readonly kind: "heading" | "text"; readonly words: string };

/** A longer line is no heading, even without a mark at its end. */
export const longestHeading = 80;

const mark = /^#{1,6}\s+/u;
const bullet = /^(?:[-–•*+]|\d{1,3}[.)]|[a-z]\))\s/u;
const ended = /[.!?:;,…]["”“»«)\]]*$/u;

// A line that a program broke goes on behind a space; an item of a list keeps its line.
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (text === "" ? line : `${text}${bullet.test(line) ? "\n" : " "}${line}`), "");

const looksLikeHeading = (line: string): boolean =>
  line.length <= longestHeading && !ended.test(line) && !/^[-–•*+]\s/u.test(line);

const isHeading = (lines: readonly string[], hasNext: boolean): boolean =>
  lines.length === 1 && hasNext && looksLikeHeading(lines[0] ?? "");

const split = (lines: readonly string[], hasNext: boolean): readonly Block[] => {
  const at = lines.findIndex((line) => mark.test(line));
  if (at < 0) return [{ kind: isHeading(lines, hasNext) ? "heading" : "text", words: joined(lines) }];
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  return [
    ...(before.length > 0 ? [{ kind: "text" as const, words: joined(before) }] : []),
    { kind: "heading", words: (lines[at] ?? "").replace(mark, "") },
    ...(after.length > 0 ? split(after, hasNext) : []),
  ];
};

/**
 * Blank lines part the text. A heading is a line that begins with `#`, or one short line on its own that ends without
 * a mark and is followed by something. Every word of the text comes back, in its order.
 */
export const blocksOf = (text: string): readonly Block[] => {
  const groups = text
    .split(/\r?\n[^\S\n]*\r?\n/u)
    .map((group) =>
      group
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0);
  return groups.flatMap((lines, at) => split(lines, at < groups.length - 1));
};
