import type { Block, Report } from "./report.ts";

/** Why a report cannot be sealed, and at which part. */
export type ReportProblem = {
  readonly key: string;
  readonly kind: "title" | "empty" | "skipped" | "first" | "description";
};

/** What readers with a screen reader would miss: it must be mended before a report is sealed (PDF/UA-1). */
export const problemsOfReport = ({ title, blocks }: Report): readonly ReportProblem[] => {
  const shown = blocks.filter(({ omitted }) => !omitted);
  const problems: ReportProblem[] = [];
  if (title.trim() === "") problems.push({ key: "", kind: "title" });
  if (shown.length === 0) problems.push({ key: "", kind: "empty" });
  let level = 0;
  for (const block of shown) {
    if (block.kind === "picture" && block.description.trim() === "")
      problems.push({ key: block.key, kind: "description" });
    if (block.kind !== "heading") continue;
    if (block.level > level + 1) problems.push({ key: block.key, kind: level === 0 ? "first" : "skipped" });
    level = block.level;
  }
  return problems;
};

/**
 * The parts of a report composed anew, with what somebody did to the report before: parts that were left out stay
 * out, and what was written stands again after the part it stood after.
 */
export const composedAgain = (before: readonly Block[], fresh: readonly Block[]): readonly Block[] => {
  const omitted = new Set(before.flatMap(({ key, omitted: out }) => (out ? [key] : [])));
  const known = new Set(fresh.map(({ key }) => key));
  const after = new Map<string, Block[]>();
  let anchor = "";
  for (const block of before) {
    if (block.origin === "data") {
      if (known.has(block.key)) anchor = block.key;
      continue;
    }
    after.set(anchor, [...(after.get(anchor) ?? []), block]);
  }
  return [
    ...(after.get("") ?? []),
    ...fresh.flatMap((block): Block[] => [
      omitted.has(block.key) ? { ...block, omitted: true } : block,
      ...(after.get(block.key) ?? []),
    ]),
  ];
};

/** The same parts with one moved by a place; at the edges nothing happens. */
export const moved = (blocks: readonly Block[], key: string, by: -1 | 1): readonly Block[] => {
  const from = blocks.findIndex((block) => block.key === key);
  const to = from + by;
  const block = blocks[from];
  if (!block || to < 0 || to >= blocks.length) return blocks;
  return blocks.filter((one) => one !== block).toSpliced(to, 0, block);
};
