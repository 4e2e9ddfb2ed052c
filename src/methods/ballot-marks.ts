import type { BallotOption, BallotRule, Marks } from "./ballot.ts";

/** Why a filled sheet does not count as it is. */
export type MarkProblem = {
  readonly kind: "unknown" | "notWhole" | "range" | "several" | "tooMany" | "tooMuch";
  /** The option it is about, where it is about one. */
  readonly option?: string;
  /** What would be allowed. */
  readonly most?: number;
};

/** How high a mark may be; the lowest is 1, of resistance 0. */
const highest = (rule: BallotRule, options: number): number => {
  if (rule.paper === "ranking") return options;
  if (rule.paper === "resistance") return 10;
  if (rule.kind === "points") return rule.mostEach;
  if (rule.paper === "points" && (rule.kind === "equalShares" || rule.kind === "greedy")) return rule.most;
  return 1;
};

const ofOne = (rule: BallotRule, options: ReadonlySet<string>, option: string, mark: number) => {
  if (!options.has(option)) return { kind: "unknown", option } as const;
  if (!Number.isSafeInteger(mark)) return { kind: "notWhole", option } as const;
  const most = highest(rule, options.size);
  const least = rule.paper === "resistance" ? 0 : 1;
  return mark < least || mark > most ? ({ kind: "range", option, most } as const) : undefined;
};

const ofAll = (rule: BallotRule, marks: readonly number[]): MarkProblem | undefined => {
  const sum = marks.reduce((all, mark) => all + mark, 0);
  if (rule.paper === "yesNo") return marks.length > 1 ? { kind: "several" } : undefined;
  if (rule.kind === "points") return sum > rule.points ? { kind: "tooMuch", most: rule.points } : undefined;
  if (rule.kind !== "approval" && rule.kind !== "equalShares" && rule.kind !== "greedy") return undefined;
  if (rule.most === 0) return undefined;
  if (rule.paper === "points") return sum > rule.most ? { kind: "tooMuch", most: rule.most } : undefined;
  if (rule.paper === "ranking") return undefined;
  return marks.length > rule.most ? { kind: "tooMany", most: rule.most } : undefined;
};

/**
 * What is wrong with the marks of a sheet; nothing when it counts. The same for the form, for paper, for files and
 * for the count itself. An empty sheet is not wrong: it is blank.
 */
export const checkMarks = (
  rule: BallotRule,
  options: readonly BallotOption[],
  marks: Marks,
): readonly MarkProblem[] => {
  const known = new Set(options.map(({ id }) => id));
  const single = Object.entries(marks).flatMap(([option, mark]) => ofOne(rule, known, option, mark) ?? []);
  const together = single.length === 0 ? ofAll(rule, Object.values(marks)) : undefined;
  return together ? [together] : single;
};
