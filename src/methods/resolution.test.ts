import { expect, test } from "vitest";
import type { Ballot, Base, Choice, ProcedureRules, VotingSeat } from "./resolution.ts";
import { circularSettled, decideCircular } from "./resolution-circular.ts";
import { decide, quorumOf, tooManyVotes } from "./resolution-decide.ts";
import { checkRules, defaultRules, leastOf, readFraction } from "./resolution-rules.ts";

const plain: ProcedureRules = {
  ...defaultRules,
  quorum: { fraction: "1/2", comparison: "moreThan", leastSeats: 0 },
  sectors: { ...defaultRules.sectors, kind: "none" },
};
const majority = (
  fraction: string,
  comparison: "moreThan" | "atLeast",
  base: Base = "cast",
): ProcedureRules => ({
  ...plain,
  majorities: { ...plain.majorities, ordinary: { fraction, comparison, base } },
});

type Part = {
  readonly sector?: string;
  readonly biased?: boolean;
  readonly present?: boolean;
  readonly voting?: boolean;
};
let last = 0;
const seats = (number: number, vote?: Choice, part: Part = {}): VotingSeat[] =>
  Array.from({ length: number }, () => ({
    id: `seat ${++last}`,
    sector: "civil",
    voting: true,
    present: true,
    biased: false,
    vote,
    ...part,
  }));
const ballot = (all: readonly VotingSeat[], more: Partial<Ballot> = {}): Ballot => ({
  subject: "ordinary",
  announced: true,
  seats: all,
  ...more,
});
const votes = (yes: number, no: number, abstain = 0, silent = 0, absent = 0) =>
  ballot([
    ...seats(yes, "yes"),
    ...seats(no, "no"),
    ...seats(abstain, "abstain"),
    ...seats(silent),
    ...seats(absent, undefined, { present: false }),
  ]);

test("nine yes, three no and two abstentions of nineteen seats pass by more than six of twelve", () => {
  expect(decide(plain, votes(9, 3, 2, 0, 5))).toMatchObject({
    passed: true,
    reasons: ["majority"],
    yes: 9,
    no: 3,
    abstain: 2,
    quorum: { present: 14, entitled: 19, needed: 10, met: true },
    majority: { of: 12, limit: "6", needed: 7 },
  });
});

test.each([
  // base, fraction, comparison, yes, no, abstain, silent, needed, passed
  ["cast", "1/2", "moreThan", 2, 1, 9, 9, 2, true],
  ["cast", "1/2", "moreThan", 5, 5, 0, 0, 6, false],
  ["cast", "1/2", "moreThan", 6, 5, 0, 0, 6, true],
  ["cast", "2/3", "atLeast", 6, 3, 5, 0, 6, true],
  ["cast", "2/3", "atLeast", 7, 4, 0, 0, 8, false],
  ["cast", "2/3", "moreThan", 6, 3, 0, 0, 7, false],
  ["cast", "3/4", "atLeast", 9, 3, 0, 0, 9, true],
  ["cast", "3/4", "atLeast", 8, 3, 0, 0, 9, false],
  ["valid", "1/2", "moreThan", 5, 3, 2, 4, 6, false],
  ["valid", "1/2", "moreThan", 6, 3, 2, 4, 6, true],
  ["present", "1/2", "moreThan", 6, 0, 0, 6, 7, false],
  ["present", "1/2", "moreThan", 7, 0, 0, 6, 7, true],
  ["entitled", "1/2", "moreThan", 7, 0, 0, 0, 8, false],
  ["entitled", "2/3", "atLeast", 10, 0, 0, 0, 10, true],
  ["cast", "1/1", "atLeast", 12, 0, 2, 0, 12, true],
  ["cast", "1/1", "atLeast", 12, 1, 2, 0, 13, false],
] as const)(
  "of %s votes %s (%s) with %i yes, %i no, %i abstentions, %i silent needs %i yes",
  (base, fraction, comparison, yes, no, abstain, silent, needed, passed) => {
    const absent = base === "entitled" ? 15 - yes - no - abstain - silent : 0;
    const rules = { ...majority(fraction, comparison, base), quorum: { ...plain.quorum, fraction: "0/1" } };
    expect(decide(rules, votes(yes, no, abstain, silent, absent))).toMatchObject({
      passed,
      majority: { needed },
    });
  },
);

test("a tie rejects, and says so; a missed two thirds is no tie", () => {
  expect(decide(plain, votes(5, 5))).toMatchObject({ passed: false, reasons: ["tie"], tie: true });
  expect(decide(majority("2/3", "atLeast"), votes(5, 5))).toMatchObject({
    reasons: ["noMajority"],
    tie: false,
  });
  expect(decide(majority("1/2", "moreThan", "valid"), votes(5, 5, 2))).toMatchObject({ tie: false });
  expect(decide(plain, { ...votes(5, 5), castingVote: "yes" })).toMatchObject({
    passed: false,
    castingVote: null,
  });
});

test("the chair decides a tie where the rules say so, unless the chair has an interest of its own", () => {
  const rules: ProcedureRules = { ...plain, tie: "castingVote" };
  expect(decide(rules, { ...votes(5, 5), castingVote: "yes" })).toMatchObject({
    passed: true,
    reasons: ["castingVote"],
  });
  expect(decide(rules, { ...votes(5, 5), castingVote: "no" })).toMatchObject({
    passed: false,
    reasons: ["tieByCastingVote"],
  });
  expect(decide(rules, votes(5, 5))).toMatchObject({ passed: false, reasons: ["tie"] });
  expect(decide(rules, { ...votes(4, 5), castingVote: "yes" })).toMatchObject({
    passed: false,
    castingVote: null,
  });
  const [chair] = seats(1, undefined, { biased: true });
  const biased = { ...votes(5, 5), castingVote: "yes" as const, chair: chair?.id };
  expect(decide(rules, { ...biased, seats: [...biased.seats, ...(chair ? [chair] : [])] }).passed).toBe(
    false,
  );
});

test("where two thirds are needed, one to one is no tie that the chair could decide", () => {
  const rules: ProcedureRules = { ...majority("2/3", "atLeast"), tie: "castingVote" };
  const one = { ...votes(1, 1), castingVote: "yes" as const };
  expect(decide(rules, one)).toMatchObject({ passed: false, tie: false, castingVote: null });
});

test("without yes or no nothing passes, however many abstain", () => {
  expect(decide(plain, votes(0, 0, 9))).toMatchObject({ passed: false, reasons: ["nobodyVoted"] });
});

test("half the seats are no quorum where more than half are needed, and a least number holds as well", () => {
  expect(decide(plain, votes(5, 0, 0, 0, 5))).toMatchObject({ passed: false, reasons: ["quorum"] });
  expect(decide(plain, votes(6, 0, 0, 0, 5)).passed).toBe(true);
  const three = { ...plain, quorum: { fraction: "1/3", comparison: "atLeast", leastSeats: 5 } } as const;
  expect(quorumOf(three, votes(4, 0).seats)).toMatchObject({ needed: 5, met: false });
  expect(quorumOf(three, [])).toMatchObject({ entitled: 0, met: false });
});

test.each([
  // outOfPresent, outOfEntitled, present, entitled, met
  [true, true, 5, 9, true],
  [true, false, 5, 10, false],
  [false, false, 6, 10, true],
] as const)(
  "a conflict of interest (out of present: %s, out of entitled: %s) leaves %i of %i",
  (outOfPresent, outOfEntitled, present, entitled, met) => {
    const rules = { ...plain, conflict: { outOfPresent, outOfEntitled } };
    const all = [...votes(5, 0, 0, 0, 4).seats, ...seats(1, "no", { biased: true })];
    const decision = decide(rules, ballot(all));
    expect(decision).toMatchObject({ quorum: { present, entitled, met }, yes: 5, no: 0 });
    expect(decision.biased).toHaveLength(1);
    expect(decision.ignored).toMatchObject([{ why: "biased" }]);
  },
);

test("who is advisory or not there does not count, and it is said whose vote was left out", () => {
  const all = [
    ...seats(3, "yes"),
    ...seats(2, "no", { voting: false }),
    ...seats(1, "no", { present: false }),
  ];
  const decision = decide(plain, ballot(all));
  expect(decision).toMatchObject({ passed: true, no: 0, quorum: { present: 3, entitled: 4 } });
  expect(decision.ignored.map(({ why }) => why)).toEqual(["advisory", "advisory", "absent"]);
});

test("what did not stand in the invitation cannot be decided, unless the rules do not ask for it", () => {
  const surprise = { ...votes(9, 0), announced: false };
  expect(decide(plain, surprise)).toMatchObject({ passed: false, reasons: ["notAnnounced"] });
  expect(decide({ ...plain, mustBeAnnounced: false }, surprise).passed).toBe(true);
});

const bySector = (civil: Counted, publicly: Counted, business: Counted): Ballot =>
  ballot(
    Object.entries({ civil, public: publicly, business }).flatMap(([sector, [yes, no, abstain = 0]]) => [
      ...seats(yes, "yes", { sector }),
      ...seats(no, "no", { sector }),
      ...seats(abstain, "abstain", { sector }),
    ]),
  );
type Counted = readonly [yes: number, no: number, abstain?: number];
const sectored = (
  kind: "majorityInEach" | "noMajorityAgainst",
  more: Partial<ProcedureRules["sectors"]> = {},
) => ({
  ...plain,
  sectors: { ...defaultRules.sectors, kind, subjects: ["ordinary"] as const, ...more },
});

test.each([
  // rule, civil, public, business, passed
  ["majorityInEach", [9, 0], [2, 1], [1, 0], true],
  ["majorityInEach", [9, 0], [2, 2], [1, 0], false],
  ["noMajorityAgainst", [9, 0], [2, 2], [1, 0], true],
  ["noMajorityAgainst", [9, 0], [1, 2], [1, 0], false],
  ["majorityInEach", [1, 8], [2, 0], [2, 0], false],
  ["noMajorityAgainst", [9, 0], [2, 0], [0, 0, 2], true],
] as const)("%s with %j, %j, %j: %s", (kind, civil, publicly, business, passed) => {
  expect(decide(sectored(kind), bySector(civil, publicly, business)).passed).toBe(passed);
});

test("a sector that stands in the way is named", () => {
  const decision = decide(sectored("noMajorityAgainst"), bySector([9, 0], [1, 2], [1, 0]));
  expect(decision.reasons).toEqual(["sectors"]);
  expect(decision.sectors.filter(({ consents }) => !consents)).toMatchObject([
    { sector: "public", because: "against" },
  ]);
});

test("an empty or abstaining sector consents or blocks, as the rules say", () => {
  const none = bySector([5, 0], [1, 0], [0, 0]);
  const silent = bySector([5, 0], [1, 0], [0, 0, 1]);
  expect(decide(sectored("majorityInEach"), none).passed).toBe(true);
  expect(decide(sectored("majorityInEach", { empty: "blocks" }), none)).toMatchObject({
    passed: false,
    reasons: ["sectors"],
  });
  expect(decide(sectored("majorityInEach"), silent).passed).toBe(true);
  expect(decide(sectored("majorityInEach", { abstaining: "blocks" }), silent).passed).toBe(false);
  expect(
    decide(
      {
        ...sectored("majorityInEach"),
        sectors: { ...sectored("majorityInEach").sectors, subjects: ["strategy"] },
      },
      bySector([9, 0], [0, 2], [0, 0]),
    ).passed,
  ).toBe(true);
});

test("a show of hands is counted as it was typed, and never more than could vote", () => {
  const there = [
    ...seats(5),
    ...seats(3, undefined, { sector: "public" }),
    ...seats(2, undefined, { sector: "business" }),
  ];
  const hands = (counts: Ballot["counts"]) => ballot(there, { counts });
  const all = hands([{ sector: null, yes: 6, no: 3, abstain: 1 }]);
  expect(decide(plain, all)).toMatchObject({ passed: true, yes: 6, silent: 0 });
  expect(decide(sectored("noMajorityAgainst"), all)).toMatchObject({
    passed: false,
    reasons: ["sectorsUnknown"],
  });
  const apart = hands([
    { sector: "civil", yes: 5, no: 0, abstain: 0 },
    { sector: "public", yes: 1, no: 1, abstain: 1 },
    { sector: "business", yes: 0, no: 1, abstain: 0 },
  ]);
  expect(decide(sectored("majorityInEach"), apart)).toMatchObject({
    passed: false,
    reasons: ["sectors"],
    silent: 1,
  });
  const many = hands([{ sector: null, yes: 9, no: 2, abstain: 0 }]);
  expect(tooManyVotes(many)).toEqual([null]);
  expect(decide(plain, many)).toMatchObject({ passed: false, reasons: ["tooManyVotes"] });
  expect(tooManyVotes(hands([{ sector: "business", yes: 3, no: 0, abstain: 0 }]))).toEqual(["business"]);
  expect(tooManyVotes(hands([{ sector: null, yes: 1.5, no: -1, abstain: 0 }]))).toEqual([null]);
});

test("by letter all must agree; one silent or abstaining seat prevents it", () => {
  expect(decideCircular(plain, votes(7, 0))).toMatchObject({
    passed: true,
    way: "circular",
    reasons: ["unanimous"],
  });
  expect(decideCircular(plain, votes(6, 0, 1))).toMatchObject({ passed: false, reasons: ["notUnanimous"] });
  expect(decideCircular(plain, votes(6, 0, 0, 1))).toMatchObject({ passed: false, silent: 1 });
  expect(
    decideCircular(
      plain,
      ballot([
        ...seats(3, "yes"),
        ...seats(1, "no", { biased: true }),
        ...seats(2, undefined, { voting: false }),
      ]),
    ).passed,
  ).toBe(true);
  expect(decideCircular(plain, ballot([])).passed).toBe(false);
});

test("by letter a majority needs enough answers and the majority of its subject", () => {
  const rules: ProcedureRules = {
    ...plain,
    circular: { kind: "majority", days: 14, participation: { fraction: "1/2", comparison: "atLeast" } },
  };
  expect(decideCircular(rules, votes(4, 1, 0, 5))).toMatchObject({
    passed: true,
    reasons: ["majority"],
    quorum: { present: 5, entitled: 10 },
  });
  expect(decideCircular(rules, votes(4, 0, 0, 6))).toMatchObject({
    passed: false,
    reasons: ["participation"],
  });
  expect(decideCircular(rules, votes(3, 3, 0, 4))).toMatchObject({ passed: false, reasons: ["tie"] });
  expect(decideCircular(rules, { ...votes(3, 2, 0, 4), subject: "rules" })).toMatchObject({
    reasons: ["noMajority"],
  });
  expect(decideCircular(rules, votes(0, 0, 6))).toMatchObject({ passed: false, reasons: ["nobodyVoted"] });
});

test("a letter is settled once no answer can change what comes of it", () => {
  expect(circularSettled(plain, votes(6, 0, 0, 1))).toBe(false);
  expect(circularSettled(plain, votes(5, 1, 0, 1))).toBe(true);
  expect(circularSettled(plain, votes(7, 0))).toBe(true);
});

test("fractions are read exactly, and shares are whole seats", () => {
  expect(readFraction("2/3")).toEqual({ of: 2n, by: 3n });
  for (const text of ["", "1", "1/0", "-1/2", "0.5", "a/b"]) expect(readFraction(text)).toBeUndefined();
  expect([12, 13].map((whole) => leastOf({ fraction: "1/2", comparison: "moreThan" }, whole))).toEqual([
    7, 7,
  ]);
  expect([12, 13].map((whole) => leastOf({ fraction: "1/2", comparison: "atLeast" }, whole))).toEqual([6, 7]);
});

test.each([
  ["quorum", { quorum: { fraction: "5/4", comparison: "atLeast", leastSeats: 0 } }, "outOfRange"],
  ["quorum", { quorum: { fraction: "half", comparison: "atLeast", leastSeats: 0 } }, "fraction"],
  ["quorum", { quorum: { fraction: "1/1", comparison: "moreThan", leastSeats: 0 } }, "unreachable"],
  ["majorities.ordinary", majority("1/2", "atLeast"), "contradiction"],
  ["majorities.ordinary", majority("1/3", "moreThan", "valid"), "contradiction"],
  ["conflict", { conflict: { outOfPresent: false, outOfEntitled: true } }, "contradiction"],
  ["sectors.sectors", { sectors: { ...defaultRules.sectors, sectors: [] } }, "missing"],
  ["noticeDays", { noticeDays: -1 }, "outOfRange"],
  ["objectionDays", { objectionDays: 1.5 }, "notWhole"],
] as const)("rules are looked over: %s", (where, change, kind) => {
  expect(checkRules({ ...defaultRules, ...(change as Partial<ProcedureRules>) })).toContainEqual({
    where,
    kind,
  });
});

test("the rules a body can begin with have no fault", () => {
  expect(checkRules(defaultRules)).toEqual([]);
});
