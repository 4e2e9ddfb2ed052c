import type { Highs } from "highs";
import { type Interval, isSmall, type System } from "./disclosure.ts";
import { attack, leaksOf } from "./disclosure-attack.ts";
import { partsOf } from "./disclosure-parts.ts";
import { protect } from "./disclosure-protect.ts";
import {
  type Built,
  crossingName,
  crossingsOf,
  type Earlier,
  type Inference,
  nameOf,
  type Release,
  type Shown,
  type Snapshot,
  systemOf,
} from "./survey-release-system.ts";

export type ProtectedRelease = {
  readonly release: Release;
  readonly inferences: readonly Inference[];
  readonly leaks: number;
};

export type ReleaseSettings = {
  readonly highs: Highs;
  readonly k: number;
  readonly shouldStop?: (() => boolean) | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** How long a release may look for the proof that nothing hides fewer cells, all its tables together. */
const provingMilliseconds = 2_000;

type Outcome = {
  readonly hidden: ReadonlySet<number>;
  readonly intervals: readonly Interval[];
  readonly exposed: readonly number[];
};

/** Protects the parts of a system that no sum connects one after the other. */
const protectAll = (
  system: System,
  { highs, k, shouldStop, onProgress }: ReleaseSettings,
  proveUntil: number,
): Outcome => {
  const hidden = new Set<number>();
  const intervals: Interval[] = [];
  const exposed: number[] = [];
  const parts = partsOf(system);
  parts.forEach(({ part, cells }, index) => {
    const at = (cell: number): number => cells[cell] ?? 0;
    const progress = (share: number): void => onProgress?.((index + share) / parts.length);
    const found = protect(part, k, { highs, shouldStop, onProgress: progress, proveUntil });
    const inferred = attack(highs, part, found.hidden, shouldStop);
    for (const cell of found.hidden) hidden.add(at(cell));
    for (const one of inferred) intervals.push({ ...one, cell: at(one.cell) });
    const leaking = leaksOf(part, inferred, found.primary, k).map(({ cell }) => cell);
    exposed.push(...[...found.unprotected, ...leaking].map(at));
  });
  return { hidden, intervals, exposed };
};

/** What has to be left out so that an exposed cell is not: its own question, or the crossed table it stands in. */
const culprits = ({ build }: Built, exposed: readonly number[]): readonly string[] =>
  exposed.flatMap((cell) => {
    const place = build.places.get(cell);
    if (place)
      return place.column
        ? [`${place.question} × ${place.column.split(":")[0]}`, place.question]
        : [place.question];
    // A rest of a tick has no place of its own: it belongs to the question of the tick.
    const sum = build.sums.find(({ parts }) => parts.includes(cell));
    return (sum?.parts ?? []).flatMap((part) => build.places.get(part)?.question ?? []);
  });

/**
 * Protects the counts of a release against everything that is published with it and was published before. A question
 * that fewer than k have answered, or that cannot be protected by hiding cells, is withheld as a whole.
 */
export const protectRelease = (
  snapshot: Snapshot,
  earlier: readonly Earlier[],
  settings: ReleaseSettings,
): ProtectedRelease => {
  const why = new Map<string, "few" | "exposed">(
    snapshot.counted.flatMap((one) =>
      one.base === 0 || isSmall(one.base, settings.k) ? [[nameOf(one), "few"] as const] : [],
    ),
  );
  const proveUntil = performance.now() + provingMilliseconds;
  for (;;) {
    const withheld = new Set(why.keys());
    const built = systemOf(snapshot, earlier, withheld);
    const outcome = protectAll(built.build, settings, proveUntil);
    const before = why.size;
    const possible = new Set([
      ...built.questions.keys(),
      ...crossingsOf(snapshot, withheld).map(crossingName),
    ]);
    const guilty = culprits(built, outcome.exposed).filter((name) => possible.has(name));
    // Of a crossed table and its question the table goes first.
    const tables = guilty.filter((name) => name.includes(" × "));
    for (const name of tables.length > 0 ? tables : guilty) why.set(name, "exposed");
    if (why.size === before || settings.shouldStop?.()) return settle(snapshot, built, outcome, why);
  }
};

const settle = (
  snapshot: Snapshot,
  built: Built,
  { hidden, intervals, exposed }: Outcome,
  why: ReadonlyMap<string, "few" | "exposed">,
): ProtectedRelease => {
  const shown = (cell: number | undefined): Shown =>
    cell === undefined || hidden.has(cell) ? null : (built.build.cells[cell]?.value ?? null);
  const questions = snapshot.counted.flatMap(({ counts, ...one }) => {
    const at = built.questions.get(nameOf(one));
    if (!at) return [];
    const { question, row, title, adds, base } = one;
    const published = counts.map(({ value, label }) => ({ value, label, count: shown(at.get(value)) }));
    return [{ question, ...(row === undefined ? {} : { row }), title, adds, base, counts: published }];
  });
  const tables = crossingsOf(snapshot, new Set(why.keys()));
  const crossings = tables.map(({ row, column, rows, columns }, index) => {
    const at = built.crossings[index];
    return {
      row,
      column,
      rows,
      columns,
      cells: (at?.at ?? []).map((line) => line.map(shown)),
      rowTotals: (at?.rows ?? []).map(shown),
      columnTotals: (at?.columns ?? []).map(shown),
    };
  });
  const withheld = snapshot.counted.flatMap(({ question, row }) => {
    const reason = why.get(nameOf({ question, row }));
    return reason ? [{ question, ...(row === undefined ? {} : { row }), why: reason }] : [];
  });
  const inferences = intervals.flatMap(({ cell, least, most }): Inference[] => {
    const place = built.build.places.get(cell);
    return place ? [{ ...place, least, most: Number.isFinite(most) ? most : null }] : [];
  });
  return {
    release: { answered: snapshot.answered, questions, crossings, withheld },
    inferences,
    leaks: exposed.length,
  };
};
