import type { BallotOption, Marks } from "./ballot.ts";

/** Equal sheets as one: the groups of options from best to worst, by their place in the list, and how many sheets. */
export type RankedSheet = { readonly weight: number; readonly groups: readonly (readonly number[])[] };

const groupsOf = (index: ReadonlyMap<string, number>, marks: Marks): number[][] => {
  const places = new Map<number, number[]>();
  for (const [option, place] of Object.entries(marks)) {
    const at = index.get(option);
    if (at === undefined) continue;
    const group = places.get(place);
    if (group) group.push(at);
    else places.set(place, [at]);
  }
  return [...places.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, group]) => group.sort((one, other) => one - other));
};

/** Sheets with the same order counted together; empty ones are left out. */
export const rankedSheets = (
  options: readonly Pick<BallotOption, "id">[],
  sheets: readonly Marks[],
): readonly RankedSheet[] => {
  const index = new Map(options.map(({ id }, at) => [id, at]));
  const found = new Map<string, { weight: number; groups: number[][] }>();
  for (const marks of sheets) {
    const groups = groupsOf(index, marks);
    if (groups.length === 0) continue;
    const key = groups.map((group) => group.join("=")).join(">");
    const same = found.get(key);
    if (same) same.weight += 1;
    else found.set(key, { weight: 1, groups });
  }
  return [...found.values()];
};

/** The single preferences of a sheet: it speaks up to its first equal place, as under the Scottish rules. */
export const preferencesOf = ({ groups }: RankedSheet): readonly number[] => {
  const end = groups.findIndex((group) => group.length > 1);
  return (end < 0 ? groups : groups.slice(0, end)).flat();
};
