import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ballot, ProcedureRules, VotingSeat } from "./resolution.ts";
import { decideCircular } from "./resolution-circular.ts";
import { type ConsentCase, decideConsent, type Objection } from "./resolution-consent.ts";
import { decide } from "./resolution-decide.ts";
import { foresee, sketchSeats } from "./resolution-foresee.ts";
import { checkRules, defaultRules } from "./resolution-rules.ts";
import { decideConsensing, decideConsentMeeting } from "./resolution-ways.ts";

const sectors = ["civil", "public", "business"] as const;
const threshold = fc.constantFrom(
  { fraction: "1/2", comparison: "moreThan" } as const,
  { fraction: "2/3", comparison: "atLeast" } as const,
  { fraction: "3/4", comparison: "atLeast" } as const,
);
const base = fc.constantFrom("cast", "valid", "present", "entitled" as const);
const meaning = fc.constantFrom("consents", "blocks" as const);

const anyRules: fc.Arbitrary<ProcedureRules> = fc
  .record({
    majority: fc.tuple(threshold, base).map(([one, other]) => ({ ...one, base: other })),
    quorum: threshold,
    leastSeats: fc.integer({ min: 0, max: 4 }),
    tie: fc.constantFrom("rejected", "castingVote" as const),
    kind: fc.constantFrom("none", "majorityInEach", "noMajorityAgainst" as const),
    empty: meaning,
    abstaining: meaning,
    conflict: fc.constantFrom(
      { outOfPresent: true, outOfEntitled: true },
      { outOfPresent: true, outOfEntitled: false },
      { outOfPresent: false, outOfEntitled: false },
    ),
  })
  .map(({ majority, quorum, leastSeats, tie, kind, empty, abstaining, conflict }) => ({
    ...defaultRules,
    majorities: { ...defaultRules.majorities, ordinary: majority },
    quorum: { ...quorum, leastSeats },
    tie,
    sectors: { kind, sectors, subjects: ["ordinary"], empty, abstaining },
    conflict,
  }));

const anySeats: fc.Arbitrary<readonly VotingSeat[]> = fc
  .array(
    fc.record({
      sector: fc.constantFrom(...sectors),
      voting: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      present: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
      biased: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      vote: fc.constantFrom("yes", "yes", "no", "abstain", undefined),
    }),
    { maxLength: 14 },
  )
  .map((seats) => seats.map((seat, index) => ({ ...seat, id: `s${index}` })));

const anyBallot = fc
  .record({ seats: anySeats, castingVote: fc.constantFrom("yes", "no", undefined) })
  .map((ballot): Ballot => ({ ...ballot, subject: "ordinary", announced: true }));

const many = { numRuns: 1_500 };

test("all rules tried here are rules that may be used", () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      expect(checkRules(rules)).toEqual([]);
    }),
  );
});

test("in which order votes arrive never matters", () => {
  fc.assert(
    fc.property(anyRules, anyBallot, fc.infiniteStream(fc.nat()), (rules, ballot, keys) => {
      const shuffled = ballot.seats
        .map((seat) => ({ seat, key: keys.next().value ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ seat }) => seat);
      const sorted = (decision: ReturnType<typeof decide>) => ({
        ...decision,
        biased: decision.biased.toSorted(),
        ignored: decision.ignored.toSorted((one, other) => one.seat.localeCompare(other.seat)),
      });
      const other = { ...ballot, seats: shuffled };
      expect(sorted(decide(rules, other))).toEqual(sorted(decide(rules, ballot)));
      expect(sorted(decideCircular(rules, other))).toEqual(sorted(decideCircular(rules, ballot)));
    }),
    many,
  );
});

test("a conflict of interest removes one vote, and never changes those of others", () => {
  fc.assert(
    fc.property(anyRules, anyBallot, fc.nat(), (rules, ballot, at) => {
      const seat = ballot.seats[at % Math.max(1, ballot.seats.length)];
      if (!seat || seat.biased) return;
      const without = ballot.seats.map((one) => (one === seat ? { ...one, biased: true } : one));
      const before = decide(rules, ballot);
      const after = decide(rules, { ...ballot, seats: without });
      const counted = seat.voting && seat.present ? seat.vote : undefined;
      expect(after.yes).toBe(before.yes - (counted === "yes" ? 1 : 0));
      expect(after.no).toBe(before.no - (counted === "no" ? 1 : 0));
      expect(after.abstain).toBe(before.abstain - (counted === "abstain" ? 1 : 0));
      // Struck from the list altogether, the others come to the same where conflicts leave the quorum, too.
      if (!(rules.conflict.outOfPresent && rules.conflict.outOfEntitled)) return;
      const gone = decide(rules, { ...ballot, seats: ballot.seats.filter((one) => one !== seat) });
      expect([gone.yes, gone.no, gone.abstain, gone.quorum]).toEqual([
        after.yes,
        after.no,
        after.abstain,
        after.quorum,
      ]);
    }),
    many,
  );
});

test("one yes more never turns passed into rejected", () => {
  fc.assert(
    fc.property(anyRules, anyBallot, fc.nat(), (rules, ballot, at) => {
      const seat = ballot.seats[at % Math.max(1, ballot.seats.length)];
      if (!seat || !decide(rules, ballot).passed) return;
      const more = ballot.seats.map((one) => (one === seat ? { ...one, vote: "yes" as const } : one));
      expect(decide(rules, { ...ballot, seats: more }).passed).toBe(true);
    }),
    { numRuns: 4_000 },
  );
});

test("what passes has its quorum, more yes than no or the casting vote, and no sector in its way", () => {
  fc.assert(
    fc.property(anyRules, anyBallot, (rules, ballot) => {
      const decision = decide(rules, ballot);
      expect(decision.reasons.length).toBeGreaterThan(0);
      if (!decision.passed) return;
      expect(decision.quorum.met && decision.quorum.present >= decision.quorum.needed).toBe(true);
      expect(decision.yes > decision.no || decision.castingVote === "yes").toBe(true);
      expect(decision.sectors.every(({ consents }) => consents)).toBe(true);
    }),
    many,
  );
});

test("what is foreseen comes true: so many yes more, and not one fewer", () => {
  fc.assert(
    fc.property(anyRules, anyBallot, (rules, ballot) => {
      const { moreYes, changes, certain, decision, margin, pivotal } = foresee(rules, ballot);
      const open = ballot.seats.filter(
        (seat) => seat.voting && seat.present && !seat.biased && seat.vote === undefined,
      );
      const filled = (n: number) => {
        const names = new Set(open.slice(0, n).map(({ id }) => id));
        return ballot.seats.map((seat) => (names.has(seat.id) ? { ...seat, vote: "yes" as const } : seat));
      };
      const all = decide(rules, { ...ballot, seats: filled(open.length) }).passed;
      expect(moreYes !== null).toBe(all);
      if (rules.sectors.kind === "none" && moreYes !== null) {
        expect(decide(rules, { ...ballot, seats: filled(moreYes) }).passed).toBe(true);
        if (moreYes > 0) expect(decide(rules, { ...ballot, seats: filled(moreYes - 1) }).passed).toBe(false);
      }
      if (decision.passed) expect([moreYes, changes]).toEqual([0, 0]);
      expect(margin === null).toBe(!decision.passed);
      if (margin === 0) expect(pivotal.length).toBeGreaterThan(0);
      if (certain === "passes") expect(decision.passed).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test("a sketch by sector has as many seats, and they vote as they were drawn", () => {
  const sketch = { sector: "civil", entitled: 9, present: 8, biased: 1, yes: 3, no: 2, abstain: 1 };
  const decision = decide(defaultRules, {
    subject: "ordinary",
    announced: true,
    seats: sketchSeats([sketch]),
  });
  expect(decision).toMatchObject({
    yes: 3,
    no: 2,
    abstain: 1,
    silent: 1,
    quorum: { present: 7, entitled: 8 },
  });
});

const objection = (more: Partial<Objection> = {}): Objection => ({
  seat: "a",
  version: 2,
  reason: "Zu laut",
  change: "Leiser",
  state: "open",
  ...more,
});
const consent = (more: Partial<ConsentCase> = {}): ConsentCase => ({
  version: 2,
  objections: [],
  responses: ["a", "b", "c"].map((seat) => ({ seat, version: 2 })),
  entitled: ["a", "b", "c", "d"],
  quorum: { fraction: "1/2", comparison: "moreThan" },
  deadline: 10,
  now: 10,
  ...more,
});

test.each([
  ["nobody objects and enough have answered", {}, "passed", []],
  ["the deadline has not come", { now: 9 }, "open", []],
  ["a reasoned objection is open", { objections: [objection()] }, "rejected", ["objections"]],
  ["it was withdrawn", { objections: [objection({ state: "withdrawn" })] }, "passed", []],
  ["it was taken in", { objections: [objection({ state: "integrated" })] }, "passed", []],
  ["it was about an earlier version", { objections: [objection({ version: 1 })] }, "passed", []],
  ["it gives no reason", { objections: [objection({ reason: " " })] }, "passed", []],
  ["it asks for no change", { objections: [objection({ change: "" })] }, "passed", []],
  ["somebody objects who is not asked", { objections: [objection({ seat: "x" })] }, "passed", []],
  [
    "answers were given to an earlier version",
    { responses: [{ seat: "a", version: 1 }] },
    "rejected",
    ["participation"],
  ],
  [
    "half is not more than half",
    { responses: ["a", "b", "b"].map((seat) => ({ seat, version: 2 })) },
    "rejected",
    ["participation"],
  ],
] as const)("consent: %s", (_, more, state, reasons) => {
  expect(decideConsent(consent(more))).toMatchObject({ state, reasons });
});

test("consent in a meeting needs quorum and announcement as any vote, and counts who stands aside", () => {
  const seats = (["yes", "yes", "abstain", "no"] as const).map((vote, index) => ({
    id: `s${index}`,
    sector: "civil",
    voting: true,
    present: true,
    biased: false,
    vote,
  }));
  const ballot: Ballot = { subject: "ordinary", announced: true, seats };
  expect(decideConsentMeeting(defaultRules, ballot, 2, [])).toMatchObject({
    passed: true,
    reasons: ["consent"],
    yes: 2,
    no: 0,
    abstain: 1,
  });
  const blocked = decideConsentMeeting(defaultRules, ballot, 2, [objection({ seat: "s3" })]);
  expect(blocked).toMatchObject({ passed: false, reasons: ["objections"], no: 1 });
  const surprise = decideConsentMeeting(defaultRules, { ...ballot, announced: false }, 2, []);
  expect(surprise.reasons).toEqual(["notAnnounced"]);
});

test("least resistance: who has an interest of their own does not rate, and without a sheet nothing is decided", () => {
  const seats = ["a", "b", "c"].map((id) => ({
    id,
    sector: "civil",
    voting: true,
    present: true,
    biased: id === "c",
  }));
  const ballot: Ballot = { subject: "ordinary", announced: true, seats };
  const options = ["x", "y", "still"].map((id) => ({ id, title: id }));
  const rules = { ...defaultRules, quorum: { ...defaultRules.quorum, leastSeats: 0 } };
  const sheet = { x: 1, y: 9, still: 6 };
  const marks = new Map([
    ["a", sheet],
    ["b", sheet],
    ["c", { x: 10, y: 0, still: 0 }],
  ]);
  expect(decideConsensing(rules, ballot, { options, marks })).toMatchObject({
    passed: true,
    reasons: ["leastResistance"],
    consensing: { winner: "x", passive: "still" },
  });
  expect(decideConsensing(rules, ballot, { options, marks: new Map() }).reasons).toEqual(["nobodyVoted"]);
});
