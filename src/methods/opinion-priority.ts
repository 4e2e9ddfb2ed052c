import type { OpinionComponents } from "./opinion-components.ts";
import type { OpinionCounts } from "./opinion-representative.ts";

/** A statement about the conversation itself comes up as often as one that everybody is waiting for. */
const aboutItself = 49;

/** How far a statement alone would move somebody who agrees with it, per column. */
export const extremityOf = (
  { center, first, second }: Pick<OpinionComponents, "center" | "first" | "second">,
  out: Uint8Array,
): Float64Array =>
  Float64Array.from(out, (isOut, column) => {
    const away = Math.sqrt(out.length) * (1 - (center[column] ?? 0));
    return isOut === 1 ? 0 : Math.hypot(away * (first[column] ?? 0), away * (second[column] ?? 0));
  });

/** How much is to be learned from asking for a statement next: new ones first, then what is agreed with and divides. */
export const priorityOf = (
  counts: { readonly agreed: number; readonly disagreed: number; readonly said: number },
  extremity: number,
  isMeta: boolean,
): number => {
  if (isMeta) return aboutItself;
  const { agreed, disagreed, said } = counts;
  const passed = said - agreed - disagreed;
  const importance = (1 - (passed + 1) / (said + 2)) * (extremity + 1) * ((agreed + 1) / (said + 2));
  return (importance * (1 + 8 * 2 ** (-said / 5))) ** 2;
};

/** The priorities of all statements, per column. */
export const prioritiesOf = (
  { agreed, disagreed, said }: OpinionCounts,
  extremity: Float64Array,
  meta: Uint8Array,
): Float64Array =>
  extremity.map((value, column) =>
    priorityOf(
      { agreed: agreed[column] ?? 0, disagreed: disagreed[column] ?? 0, said: said[column] ?? 0 },
      value,
      meta[column] === 1,
    ),
  );

/** One of these, each as likely as its priority says. `even`: a number from 0 to below 1, drawn by chance. */
export const drawNext = <T extends { readonly priority: number }>(
  waiting: readonly T[],
  even: number,
): T | undefined => {
  const total = waiting.reduce((sum, { priority }) => sum + priority, 0);
  let left = even * total;
  for (const one of waiting) {
    left -= one.priority;
    if (left < 0) return one;
  }
  return waiting.at(-1);
};
