import type { AssignmentProblem } from "./assignment.ts";
import { type Obstacle, openState } from "./assignment-obstacles.ts";
import { type Bar, isQualified, type Plan, type PlannedProblem } from "./assignment-plan.ts";

/** Why a place stays empty, as a code; most of them are about people who would have come. */
export type ReasonCode = Bar | Obstacle | "kept" | "nobody_qualified" | "nobody_wished" | "unfinished";

export type Reason = {
  readonly code: ReasonCode;
  /** Of whom this is true. */
  readonly helpers: readonly string[];
  /** Where they are at that time, for "collision" and "kept". */
  readonly needs: readonly string[];
};

export type Unfilled = {
  readonly need: string;
  /** How many are missing to the minimum. */
  readonly missing: number;
  readonly reasons: readonly Reason[];
};

/** Most telling first: of two sets of the same size the earlier codes are named. */
const codes: readonly ReasonCode[] = [
  "unqualified",
  "young",
  "elsewhere",
  "kept",
  "collision",
  "shifts",
  "day",
  "week",
  "together",
  "apart",
  "unfinished",
];

type Found = ReadonlyMap<ReasonCode, readonly string[]>;

type Candidate = { readonly helper: string; readonly found: Found };

/** Looks at single options beside what was chosen: what keeps this helper from that need? */
const openLook = (
  problem: AssignmentProblem,
  chosen: readonly number[],
  nameOf: (need: number) => string,
) => {
  const state = openState(problem, chosen);
  const kept = new Set(problem.kept);
  const comes = new Set(
    chosen.map((index) => `${problem.options[index]?.helper}/${problem.options[index]?.need}`),
  );
  const optionsOfNeed = Map.groupBy(problem.options.keys(), (index) => problem.options[index]?.need ?? -1);
  const look = (index: number): Found => {
    const found = new Map<ReasonCode, readonly string[]>();
    for (const code of state.obstacles(index)) {
      if (code === "full") continue;
      if (code !== "collision") found.set(code, []);
      else
        for (const other of state.colliding(index)) {
          const reason = kept.has(other) ? "kept" : "collision";
          found.set(reason, [...(found.get(reason) ?? []), nameOf(problem.options[other]?.need ?? -1)]);
        }
    }
    return found.size > 0 ? found : new Map([["unfinished", []]]);
  };
  /** Everybody who could take this need but does not. */
  return (need: number): { readonly helper: number; readonly found: Found }[] =>
    (optionsOfNeed.get(need) ?? [])
      .filter((index) => !comes.has(`${problem.options[index]?.helper}/${need}`))
      .map((index) => ({ helper: problem.options[index]?.helper ?? -1, found: look(index) }));
};

/** The needs whose minimum is not met, each with the smallest set of reasons that explains everybody who wished for it. */
export const explainUnfilled = (
  plan: Plan,
  { problem, barred }: PlannedProblem,
  chosen: readonly number[],
): Unfilled[] => {
  const look = openLook(problem, chosen, (need) => plan.needs[need]?.id ?? "");
  const counts = countNeeds(problem, chosen);
  const bars = Map.groupBy(barred, ({ need }) => need);
  return problem.needs.flatMap((need, position): Unfilled[] => {
    const missing = need.minimum - (counts[position] ?? 0);
    const own = plan.needs[position];
    if (missing <= 0 || !own) return [];
    const open = look(position).map(({ helper, found }) => ({
      helper: plan.helpers[helper]?.id ?? "",
      found,
    }));
    const barredHere = (bars.get(own.id) ?? []).map(
      ({ helper, code }): Candidate => ({
        ...{ helper, found: new Map([[code, []]]) },
      }),
    );
    const candidates: readonly Candidate[] = [...open, ...barredHere];
    const nobody: Reason[] = [{ code: nobodyCode(plan, own), helpers: [], needs: [] }];
    return [{ need: own.id, missing, reasons: candidates.length === 0 ? nobody : smallestSet(candidates) }];
  });
};

/** The same where there are only numbers: every need that could take more. */
export const explainNumbered = (problem: AssignmentProblem, chosen: readonly number[]) => {
  const look = openLook(problem, chosen, String);
  const counts = countNeeds(problem, chosen);
  return problem.needs.flatMap(({ maximum }, shift) => {
    const missing = maximum - (counts[shift] ?? 0);
    if (missing <= 0) return [];
    const candidates = look(shift).map(({ helper, found }) => ({ helper: String(helper), found }));
    const reasons = smallestSet(candidates).map(({ code, helpers, needs }) => ({
      ...{ code, people: helpers.map(Number), shifts: needs.map(Number) },
    }));
    const nobody = [{ code: "nobody_wished" as const, people: [], shifts: [] }];
    return [{ shift, missing, reasons: candidates.length === 0 ? nobody : reasons }];
  });
};

const countNeeds = ({ needs, options }: AssignmentProblem, chosen: readonly number[]): Int32Array => {
  const counts = new Int32Array(needs.length);
  for (const index of chosen) {
    const need = options[index]?.need ?? -1;
    counts[need] = (counts[need] ?? 0) + 1;
  }
  return counts;
};

const nobodyCode = (plan: Plan, need: Plan["needs"][number]): "nobody_qualified" | "nobody_wished" => {
  const role = plan.roles.find(({ id }) => id === need.role);
  const shift = plan.shifts.find(({ id }) => id === need.shift);
  if (!role || !shift) return "nobody_wished";
  return plan.helpers.some((helper) => isQualified(helper, role, shift.day))
    ? "nobody_wished"
    : "nobody_qualified";
};

/** Tries all sets of codes, small ones first; there are few codes, so this is exact and quick. */
const smallestSet = (candidates: readonly Candidate[]): Reason[] => {
  const used = codes.filter((code) => candidates.some(({ found }) => found.has(code)));
  const sets = Array.from({ length: 2 ** used.length - 1 }, (_, index) =>
    used.filter((_code, bit) => ((index + 1) >> bit) & 1),
  ).sort((one, other) => one.length - other.length);
  const covering = sets.find((set) => candidates.every(({ found }) => set.some((code) => found.has(code))));
  return (covering ?? []).map((code, position, all) => {
    const own = candidates.filter(
      ({ found }) => found.has(code) && !all.slice(0, position).some((earlier) => found.has(earlier)),
    );
    const needs = new Set(own.flatMap(({ found }) => [...(found.get(code) ?? [])]));
    return { code, helpers: own.map(({ helper }) => helper), needs: [...needs] };
  });
};
