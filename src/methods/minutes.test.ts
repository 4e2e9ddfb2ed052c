import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalJson,
  type Minutes,
  type MinutesItem,
  partHash,
  partsOf,
  publicMinutes,
  sealMinutes,
  sealOfParts,
} from "./minutes.ts";

const secret = "GEHEIM";
const open = fc.constantFrom("Saal", "Bus & Bahn", "„Bank“", "5 %", "");
const hidden = fc.constantFrom(secret, `Frau ${secret}`, `${secret}er Vertrag`);

/** A word that everybody may read, or one that nobody outside may. */
const said = (shown: boolean) => (shown ? open : hidden);

const tasks = (shown: boolean) =>
  fc.array(
    fc.boolean().chain((own) =>
      fc.record({
        title: said(shown && own),
        owner: said(shown && own),
        dueOn: fc.constant("2026-12-01"),
        ...(own ? {} : { hidden: fc.constant(true as const) }),
      }),
    ),
    { maxLength: 2 },
  );

const corrections = fc.array(fc.record({ seat: hidden, words: hidden, state: hidden, answer: hidden }), {
  maxLength: 1,
});

const motions = (shown: boolean) =>
  fc.array(
    fc.boolean().chain((own) =>
      fc.record({
        title: said(shown && own),
        wording: said(shown && own),
        proposedBy: fc.option(said(shown && own), { nil: null }),
        public: fc.constant(own),
        state: open,
        votes: fc.array(
          fc.record({
            method: open,
            passed: fc.boolean(),
            sentence: said(shown && own),
            voices: fc.array(fc.record({ seat: said(shown && own), said: open }), { maxLength: 2 }),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
    { maxLength: 2 },
  );

// In an item that is not public no resolution is.
const resolutions = (shown: boolean) =>
  fc.array(
    fc.boolean().chain((own) =>
      fc.record({
        ...{ number: said(shown && own), title: said(shown && own), wording: said(shown && own) },
        ...{ sentence: said(shown && own), public: fc.constant(shown && own) },
      }),
    ),
    { maxLength: 2 },
  );

const item: fc.Arbitrary<MinutesItem> = fc.boolean().chain((shown) =>
  fc.record({
    number: fc.nat(20),
    title: said(shown),
    public: fc.constant(shown),
    words: said(shown),
    conflicts: fc.array(fc.record({ seat: said(shown), words: said(shown) }), { maxLength: 1 }),
    motions: motions(shown),
    resolutions: resolutions(shown),
    tasks: tasks(shown),
    corrections,
  }),
);

const presence = fc.boolean().chain((named) =>
  fc.record({
    ...{ seat: fc.option(open, { nil: null }), organization: fc.option(open, { nil: null }) },
    ...{ sector: fc.constant("civil"), voting: fc.boolean(), named: fc.constant(named), name: said(named) },
    ...{ part: fc.constantFrom("member" as const, "deputy" as const, "guest" as const) },
    ...{ way: fc.constantFrom("room" as const, "remote" as const) },
    ...{ from: fc.constant("18:00"), until: fc.constant(null) },
  }),
);

const minutes: fc.Arbitrary<Minutes> = fc.record({
  head: fc.record({
    ...{ town: open, consortium: open, number: fc.nat(99), title: open, day: fc.constant("2026-11-24") },
    ...{ from: fc.constant("18:00"), until: fc.constant("20:00"), where: open, online: hidden },
    ...{ minuteTaker: open, chair: open, rules: fc.constant(1), tasks: tasks(true), corrections },
  }),
  roll: fc.record({
    there: fc.array(presence, { maxLength: 3 }),
    missing: fc.array(fc.record({ seat: open, organization: fc.constant(null) }), { maxLength: 1 }),
  }),
  items: fc.array(item, { maxLength: 3 }),
});

const salted = minutes.chain((one) => {
  const salts = fc.array(fc.uuid(), { minLength: partsOf(one).length, maxLength: partsOf(one).length });
  return fc.tuple(fc.constant(one), salts);
});

test("property: what everybody reads holds nothing that is not for everybody, and shortened twice it stays the same", () => {
  fc.assert(
    fc.property(minutes, (whole) => {
      const short = publicMinutes(whole);
      expect(JSON.stringify(short)).not.toContain(secret);
      expect(publicMinutes(short)).toEqual(short);
    }),
  );
});

test("property: of what is for everybody nothing is lost, and items keep their numbers and their order", () => {
  fc.assert(
    fc.property(minutes, (whole) => {
      const short = publicMinutes(whole);
      expect(short.items.map(({ number }) => number)).toEqual(whole.items.map(({ number }) => number));
      for (const [at, { public: shown, title, words, motions: all, conflicts }] of whole.items.entries()) {
        const kept = short.items[at];
        if (!shown) continue;
        expect(kept).toMatchObject({ title, words, conflicts });
        expect(kept?.motions).toEqual(all.filter((motion) => motion.public));
      }
      expect(short.roll.there.map(({ seat }) => seat)).toEqual(whole.roll.there.map(({ seat }) => seat));
      expect(short.roll.there.filter(({ named }) => named)).toEqual(
        whole.roll.there.filter(({ named }) => named),
      );
    }),
  );
});

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

test("property: the same thing is always the same text, in whatever order its keys were written", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("property: who has the parts with their salts, or only their hashes, comes to the same seal", () => {
  fc.assert(
    fc.property(salted, ([whole, salts]) => {
      const hashes = partsOf(whole).map((part, at) => partHash({ salt: salts[at] ?? "", part }));
      expect(sealOfParts(hashes)).toBe(sealMinutes(whole, salts));
      expect(sealMinutes(structuredClone(whole), salts)).toBe(sealMinutes(whole, salts));
    }),
  );
});

test("property: any other word, another order of items or another salt breaks the seal", () => {
  fc.assert(
    fc.property(salted, fc.nat(20), ([whole, salts], nat) => {
      const seal = sealMinutes(whole, salts);
      expect(sealMinutes({ ...whole, head: { ...whole.head, chair: "Jemand anders" } }, salts)).not.toBe(
        seal,
      );
      const at = nat % salts.length;
      expect(sealMinutes(whole, salts.with(at, "anders"))).not.toBe(seal);
      const [first, second, ...rest] = whole.items;
      if (!first || !second) return;
      const changed = { ...first, words: `${first.words}.` };
      expect(sealMinutes({ ...whole, items: [changed, second, ...rest] }, salts)).not.toBe(seal);
      expect(sealMinutes({ ...whole, items: [second, first, ...rest] }, salts)).not.toBe(seal);
    }),
  );
});
