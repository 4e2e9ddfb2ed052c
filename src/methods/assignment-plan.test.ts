import { expect, test } from "vitest";
import { check } from "./assignment.ts";
import { answerPlan, tellAnswer } from "./assignment-answer.ts";
import { inventFestival } from "./assignment-festival.ts";
import { loadHighs } from "./assignment-highs.ts";
import { Plan, toProblem } from "./assignment-plan.ts";
import { solveAssignment } from "./assignment-solver.ts";

const highs = await loadHighs();
const limits = { highs, timeLimitSeconds: 60 };

const at = (time: string) => `2027-06-11T${time}:00+02:00`;
const shift = (id: string, from: string, to: string) => ({
  ...{ id, from: at(from), to: at(to), day: "2027-06-11", week: "2027-06-07" },
});
const need = (id: string, minimum: number, more: Record<string, unknown> = {}) => ({
  ...{ id: `n-${id}`, shift: id, role: "bar", minimum, maximum: minimum + 1, ...more },
});

/** Two helpers and two shifts that follow each other; the rest is said by each test. */
const planWith = (more: Record<string, unknown>): Plan =>
  Plan.parse({
    kind: "anlaufstelle-plan",
    roles: [{ id: "bar" }, { id: "aid", qualifications: ["aid"], minimumAge: 18 }],
    helpers: [{ id: "anna" }, { id: "bert" }],
    shifts: [shift("early", "10:00", "12:00"), shift("late", "12:00", "14:00")],
    needs: [need("early", 1), need("late", 1)],
    wishes: [],
    ...more,
  });
const wish = (helper: string, to: string, preference: number) => ({ helper, need: `n-${to}`, preference });
const reasonsOf = (plan: Plan) =>
  answerPlan(plan, limits).unfilled.map(({ need: id, missing, reasons }) => [
    id,
    missing,
    reasons.map(({ code, helpers }) => `${code}:${helpers.join("+")}`).join(" "),
  ]);

test("a festival of 200 is solved to its proven best, and breaks no rule", () => {
  const plan = inventFestival({ seed: 1, helpers: 200 });
  const planned = toProblem(plan);
  const solution = solveAssignment(planned.problem, limits);
  expect(check(planned.problem, solution.chosen)).toEqual([]);
  expect([solution.optimal, solution.bound]).toEqual([true, solution.objective]);
  const { figures, unfilled } = tellAnswer(plan, planned, solution);
  expect(figures.minimumNeeded - figures.minimumFilled).toBe(
    unfilled.reduce((sum, { missing }) => sum + missing, 0),
  );
  expect(unfilled.every(({ reasons }) => reasons.length > 0)).toBe(true);
  expect(unfilled.flatMap(({ reasons }) => reasons).some(({ code }) => code === "unfinished")).toBe(false);
});

test("a minimum comes before how gladly, and nobody gets everything while another gets nothing", () => {
  const wishes = [
    wish("anna", "early", 3),
    wish("anna", "late", 3),
    wish("bert", "early", 1),
    wish("bert", "late", 2),
  ];
  const { assignments, figures } = answerPlan(
    planWith({ wishes, needs: [need("early", 1, { maximum: 1 }), need("late", 1, { maximum: 1 })] }),
    limits,
  );
  expect(assignments.map((one) => one.join(" ")).sort()).toEqual(["anna n-early", "bert n-late"]);
  expect(figures).toEqual({
    ...{
      minimumFilled: 2,
      minimumNeeded: 2,
      wishesMet: 2,
      wishesPossible: 3,
      smallestShare: 0.5,
      withoutAny: 0,
    },
  });
});

test("who comes only if need be is asked for a minimum, and for nothing above it", () => {
  const wishes = [wish("anna", "early", 1), wish("bert", "early", 1)];
  expect(answerPlan(planWith({ wishes }), limits).assignments).toHaveLength(1);
});

test("what is fixed stays, even against a wish, a limit or a missing qualification", () => {
  const plan = planWith({
    helpers: [{ id: "anna", mostShifts: 0 }, { id: "bert" }],
    needs: [need("early", 1, { role: "aid" }), need("late", 1)],
    wishes: [wish("anna", "early", 0), wish("anna", "late", 3), wish("bert", "late", 2)],
    assignments: [{ helper: "anna", need: "n-early", fixed: true }],
  });
  expect(
    answerPlan(plan, limits)
      .assignments.map((one) => one.join(" "))
      .sort(),
  ).toEqual(["anna n-early", "bert n-late"]);
});

test("places of people who are not among the helpers count", () => {
  const plan = planWith({
    needs: [need("early", 2, { held: 1, maximum: 2 })],
    wishes: [wish("anna", "early", 2), wish("bert", "early", 3)],
  });
  const { assignments, figures } = answerPlan(plan, limits);
  expect(assignments).toEqual([["bert", "n-early"]]);
  expect(figures).toMatchObject({ minimumFilled: 2, minimumNeeded: 2 });
});

test("what stays empty is explained by the fewest reasons that say why each of those who wished cannot", () => {
  const both = [wish("anna", "early", 2), wish("bert", "early", 2)];
  expect(reasonsOf(planWith({}))).toEqual([
    ["n-early", 1, "nobody_wished:"],
    ["n-late", 1, "nobody_wished:"],
  ]);
  expect(reasonsOf(planWith({ needs: [need("early", 1, { role: "aid" })] }))).toEqual([
    ["n-early", 1, "nobody_qualified:"],
  ]);
  expect(reasonsOf(planWith({ needs: [need("early", 1, { role: "aid" })], wishes: both }))).toEqual([
    ["n-early", 1, "unqualified:anna+bert"],
  ]);
  expect(reasonsOf(planWith({ needs: [need("early", 3)], wishes: both }))).toEqual([
    ["n-early", 1, "nobody_wished:"],
  ]);
  const tight = planWith({
    restMinutes: 15,
    helpers: [{ id: "anna", mostShifts: 1 }, { id: "bert" }],
    wishes: [wish("anna", "early", 3), wish("anna", "late", 3), wish("bert", "early", 1)],
    needs: [need("early", 2), need("late", 1)],
  });
  // Both a limit and the rest would keep Anna away; one reason is enough.
  expect(reasonsOf(tight)).toHaveLength(1);
  expect(reasonsOf(tight)[0]?.[2]).toMatch(/^collision:anna$/u);
  const elsewhere = planWith({
    helpers: [
      { id: "anna", busy: [{ from: at("09:00"), to: at("10:30") }] },
      { id: "bert", oldest: 17, qualifications: [{ id: "aid", until: "2027-06-11" }] },
    ],
    needs: [need("early", 1, { role: "bar" }), need("late", 1, { role: "aid" })],
    wishes: [wish("anna", "early", 2), wish("bert", "late", 2)],
  });
  expect(reasonsOf(elsewhere)).toEqual([
    ["n-early", 1, "elsewhere:anna"],
    ["n-late", 1, "young:bert"],
  ]);
  const pair = planWith({
    wishes: [wish("anna", "early", 3)],
    pairs: [{ one: "anna", other: "bert", kind: "together" }],
  });
  expect(reasonsOf(pair)[0]).toEqual(["n-early", 1, "together:anna"]);
});

test("a qualification that has run out does not count", () => {
  const until = (day: string) =>
    planWith({
      helpers: [{ id: "anna", oldest: 30, qualifications: [{ id: "aid", until: day }] }],
      needs: [need("early", 1, { role: "aid" })],
      wishes: [wish("anna", "early", 2)],
    });
  expect(answerPlan(until("2027-06-11"), limits).assignments).toHaveLength(1);
  expect(answerPlan(until("2027-06-10"), limits).assignments).toHaveLength(0);
});

test("a plan that names what it does not list says so", () => {
  expect(() => toProblem(planWith({ wishes: [wish("carl", "early", 2)] }))).toThrow(
    "There is no helper “carl”.",
  );
  expect(() => toProblem(planWith({ needs: [need("early", 1, { role: "cook" })] }))).toThrow(
    "no role “cook”",
  );
  expect(() => toProblem(planWith({ helpers: [{ id: "anna" }, { id: "anna" }] }))).toThrow("Two helpers");
  expect(() =>
    toProblem(planWith({ shifts: [shift("early", "12:00", "10:00"), shift("late", "12:00", "14:00")] })),
  ).toThrow("ends before it begins");
});
