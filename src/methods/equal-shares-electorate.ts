import type { BallotOption, Marks, SharesRule } from "./ballot.ts";

/** What a project has behind it. Voters who marked alike are one group. */
export type Backing = {
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly id: string;
  readonly cost: number;
  /** How many sheets name it. */
  readonly approvers: number;
  /** The groups that name it. */
  readonly named: Int32Array;
  /** By which it stands in a list by votes: approvals, points, or the places of a ranking. */
  readonly score: number;
  /** The groups that have something of it, and how much; the true utility is this times `unit`. */
  readonly groups: Int32Array;
  readonly utility: Float64Array;
  readonly unit: number;
};

export type Electorate = {
  /** All sheets, the empty ones included. */
  readonly people: number;
  readonly blank: number;
  /** How many people each group has. */
  readonly weights: Float64Array;
  readonly backings: readonly Backing[];
};

/** What is needed of a rule to read sheets by it. */
export type Reading = {
  readonly paper: "approval" | "points" | "ranking";
  readonly utility: "cost" | "cardinality" | "given";
  /** How long a ranking may be; 0: as long as the list. Only for its score. */
  readonly most: number;
};

/** What one sheet has of one option, and how it counts where options are listed by votes. */
type Wish = { readonly option: number; readonly utility: number; readonly score: number };

/** The options of a ranking and how many stand strictly before each: equal places are allowed. */
const placesOf = (sheet: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] =>
  sheet.map(([option, place]) => [option, sheet.filter(([, other]) => other < place).length]);

const wishesOf = (
  reading: Reading,
  sheet: readonly (readonly [number, number])[],
  options: number,
): Wish[] => {
  const given = reading.utility === "given";
  if (reading.paper === "ranking") {
    const length = reading.most || options;
    return placesOf(sheet).map(([option, before]) => ({
      option,
      utility: given ? sheet.length - 1 - before : 1,
      score: Math.max(0, length - before),
    }));
  }
  return sheet.map(([option, mark]) => ({
    option,
    utility: given ? mark : 1,
    score: reading.paper === "points" ? mark : 1,
  }));
};

type Group = { readonly wishes: readonly Wish[]; people: number };

const groupsOf = (options: readonly BallotOption[], sheets: readonly Marks[], reading: Reading): Group[] => {
  const places = new Map(options.map(({ id }, index) => [id, index]));
  const groups = new Map<string, Group>();
  for (const marks of sheets) {
    const sheet = Object.entries(marks).flatMap(([id, mark]): [number, number][] => {
      const place = places.get(id);
      return place === undefined || !(mark > 0) ? [] : [[place, mark]];
    });
    sheet.sort(([one], [other]) => one - other);
    const key = sheet.map(([option, mark]) => `${option}:${mark}`).join(" ");
    const group = groups.get(key);
    if (group) group.people += 1;
    else groups.set(key, { wishes: wishesOf(reading, sheet, options.length), people: 1 });
  }
  return [...groups.values()];
};

type Behind = {
  readonly named: number[];
  readonly groups: number[];
  readonly utility: number[];
  approvers: number;
  score: number;
};

const behind = (options: readonly BallotOption[], groups: readonly Group[]): readonly Behind[] => {
  const all = options.map((): Behind => ({ named: [], groups: [], utility: [], approvers: 0, score: 0 }));
  for (const [group, { wishes, people }] of groups.entries()) {
    for (const { option, utility, score } of wishes) {
      const one = all[option];
      if (!one) continue;
      one.named.push(group);
      one.approvers += people;
      one.score += people * score;
      if (utility <= 0) continue;
      one.groups.push(group);
      one.utility.push(utility);
    }
  }
  return all;
};

const checkedCost = ({ id, cost = 0 }: BallotOption): number => {
  if (!Number.isSafeInteger(cost) || cost <= 0) throw new RangeError(`The cost of ${id} cannot be counted.`);
  return cost;
};

/**
 * Reads sheets for the count of a fund. What is marked but not in the list is not counted; zero points are no mark.
 * Throws a RangeError for costs that are not whole, not above zero or above 2⁵³ − 1.
 */
export const electorateOf = (
  options: readonly BallotOption[],
  sheets: readonly Marks[],
  reading: Reading,
): Electorate => {
  const groups = groupsOf(options, sheets, reading);
  const all = behind(options, groups);
  return {
    people: sheets.length,
    blank: groups.find(({ wishes }) => wishes.length === 0)?.people ?? 0,
    weights: Float64Array.from(groups, ({ people }) => people),
    backings: options.flatMap((option, index) => {
      const one = all[index];
      if (!one) return [];
      const cost = checkedCost(option);
      return {
        index,
        id: option.id,
        cost,
        approvers: one.approvers,
        named: Int32Array.from(one.named),
        score: one.score,
        groups: Int32Array.from(one.groups),
        utility:
          reading.utility === "cost"
            ? new Float64Array(one.groups.length).fill(1)
            : Float64Array.from(one.utility),
        unit: reading.utility === "cost" ? cost : 1,
      };
    }),
  };
};

/** How a rule wants its sheets read. */
export const readingOf = (rule: Pick<SharesRule, "paper" | "utility" | "most">): Reading => ({
  paper: rule.paper,
  utility: rule.utility,
  most: rule.paper === "ranking" ? rule.most : 0,
});

/** What one sheet has of each option it names, in units of the utility of the rule. */
export const utilitiesOf = (
  options: readonly BallotOption[],
  reading: Reading,
  marks: Marks,
): ReadonlyMap<string, number> => {
  const [group] = groupsOf(options, [marks], reading);
  return new Map(
    (group?.wishes ?? []).flatMap(({ option, utility }) => {
      const id = options[option]?.id;
      return id === undefined ? [] : [[id, utility] as const];
    }),
  );
};
