import type { Highs } from "highs";
import { type Interval, leaks, type System } from "./disclosure.ts";
import { sumRows, withProgram } from "./disclosure-program.ts";

const nearly = 1e-6;

/** The cells a reader does not see. */
export const unseen = ({ cells }: System, hidden: ReadonlySet<number>): readonly number[] =>
  cells.flatMap(({ state }, cell) => (state === "hidden" || hidden.has(cell) ? [cell] : []));

/**
 * The attacker: for each hidden cell the least and the most it can be, over all tables of counts that agree with
 * everything published. Linear programs; whole numbers by rounding inwards.
 */
export const attack = (
  highs: Highs,
  system: System,
  hidden: ReadonlySet<number>,
  shouldStop: () => boolean = () => false,
): readonly Interval[] => {
  const open = unseen(system, hidden);
  const value = (cell: number): number => system.cells[cell]?.value ?? 0;
  return withProgram(highs, sumRows(system), system.cells.length, (program) => {
    for (const cell of open) program.bound(cell, -value(cell), highs.infinity);
    const far = (cell: number, direction: 1 | -1): number => {
      program.cost(cell, direction);
      const found = program.solve();
      program.cost(cell, 0);
      if (typeof found === "string") return Number.POSITIVE_INFINITY;
      return direction * found.value;
    };
    return open.flatMap((cell): Interval[] => {
      if (shouldStop()) return [];
      const least = Math.max(0, Math.ceil(value(cell) + far(cell, 1) - nearly));
      const most = Math.floor(value(cell) + far(cell, -1) + nearly);
      return [{ cell, least, most }];
    });
  });
};

/**
 * The cells that the attacker finds out: small ones, and any that we hide now. That a number which was never a secret
 * can be computed – how many did not tick an answer – gives nothing away unless it is small.
 */
export const leaksOf = (
  { cells }: System,
  intervals: readonly Interval[],
  primary: ReadonlySet<number>,
  k: number,
): readonly Interval[] =>
  intervals.filter((interval) => {
    const cell = cells[interval.cell];
    if (!cell?.protects) return false;
    const isPrimary = primary.has(interval.cell);
    return (isPrimary || cell.state === "open") && leaks(interval, isPrimary, k);
  });
