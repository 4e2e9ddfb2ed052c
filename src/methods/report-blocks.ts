import type { Block } from "./report.ts";

/** A part that comes from the data, under a key that stays the same. */
export const data = (key: string) => ({ key, origin: "data" }) as const;
export const heading = (key: string, text: string, level: 1 | 2 = 1): Block => ({
  kind: "heading",
  ...data(key),
  level,
  text,
});

type TableBlock = Extract<Block, { kind: "table" }>;
export const text = (key: string, words: string): Block => ({ kind: "text", ...data(key), text: words });
export const link = (key: string, words: string, path: string): Block => ({
  kind: "link",
  ...data(key),
  text: words.slice(0, 300),
  path,
});
export const table = (
  key: string,
  caption: string,
  columns: string[],
  rows: TableBlock["rows"],
): TableBlock => ({
  kind: "table",
  ...data(key),
  caption,
  columns,
  rows,
});
