import { type AssignmentProblem, collide } from "./assignment.ts";

/** Why somebody cannot take one more place beside what everybody has. */
export type Obstacle = "full" | "collision" | "shifts" | "day" | "week" | "apart" | "together";

/** What everybody has, and how it changes. */
export type State = {
  readonly held: readonly (readonly number[])[];
  readonly obstacles: (option: number) => Obstacle[];
  readonly colliding: (option: number) => number[];
  readonly take: (option: number) => void;
};

/** The rules one option at a time, for whoever adds step by step or asks why not. */
export const openState = (problem: AssignmentProblem, chosen: readonly number[]): State => {
  const { helpers, needs, options, pairs, rest } = problem;
  const held: number[][] = helpers.map(() => []);
  const filled = new Int32Array(needs.length);
  const take = (index: number): void => {
    const option = options[index];
    if (!option) return;
    held[option.helper]?.push(index);
    filled[option.need] = (filled[option.need] ?? 0) + 1;
  };
  for (const index of chosen) take(index);
  const needOf = (index: number) => needs[options[index]?.need ?? -1];
  const heldOf = (helper: number) => held[helper] ?? [];
  const comesTo = (helper: number, shift: number) =>
    heldOf(helper).some((index) => needOf(index)?.shift === shift);
  const partners = helpers.map((): { readonly other: number; readonly together: boolean }[] => []);
  for (const { one, other, together } of pairs) {
    partners[one]?.push({ other, together });
    partners[other]?.push({ other: one, together });
  }
  const colliding = (index: number): number[] => {
    const option = options[index];
    const place = needOf(index);
    if (!option || !place) return [];
    return heldOf(option.helper).filter((own) => {
      const taken = needOf(own);
      return taken !== undefined && collide(taken, place, rest);
    });
  };
  const minutes = (helper: number, span: "day" | "week", when: number): number =>
    heldOf(helper).reduce((sum, index) => {
      const place = needOf(index);
      return place && place[span] === when ? sum + place.to - place.from : sum;
    }, 0);
  const obstacles = (index: number): Obstacle[] => {
    const option = options[index];
    const place = needOf(index);
    const limits = option && helpers[option.helper];
    if (!option || !place || !limits) return [];
    const { helper, need } = option;
    const longer = place.to - place.from;
    const isOver = (limit: number | null, span: "day" | "week") =>
      limit !== null && minutes(helper, span, place[span]) + longer > limit;
    const bonds = partners[helper] ?? [];
    return [
      ...((filled[need] ?? 0) >= place.maximum ? ["full" as const] : []),
      ...(colliding(index).length > 0 ? ["collision" as const] : []),
      ...(heldOf(helper).length >= limits.mostShifts ? ["shifts" as const] : []),
      ...(isOver(limits.mostMinutesADay, "day") ? ["day" as const] : []),
      ...(isOver(limits.mostMinutesAWeek, "week") ? ["week" as const] : []),
      ...(bonds.some(({ other, together }) => !together && comesTo(other, place.shift))
        ? ["apart" as const]
        : []),
      ...(bonds.some(({ other, together }) => together && !comesTo(other, place.shift))
        ? ["together" as const]
        : []),
    ];
  };
  return { held, obstacles, colliding, take };
};
