import { expect, test } from "vitest";
import { filledWith, read } from "#core/input.ts";
import { defaultRules } from "#methods/resolution-rules.ts";
import { fieldsOf, RulesInput, rulesOf } from "./vocabulary.ts";

const { circular: _, ...others } = defaultRules;

test.each([
  ["the rules one begins with", defaultRules],
  [
    "rules with every choice made otherwise",
    {
      ...others,
      quorum: { fraction: "2/3", comparison: "atLeast", leastSeats: 5 },
      tie: "castingVote",
      sectors: {
        kind: "majorityInEach",
        sectors: ["civil"],
        subjects: ["rules"],
        empty: "blocks",
        abstaining: "blocks",
      },
      conflict: { outOfPresent: true, outOfEntitled: false },
      circular: { kind: "majority", days: 7, participation: { fraction: "3/4", comparison: "atLeast" } },
      mustBeAnnounced: false,
      deputies: false,
      remote: false,
    },
  ],
] as const)("%s come back from the form as they went in", (_name, rules) => {
  const { values } = filledWith(fieldsOf(rules));
  const input = read({ language: "de" }, RulesInput, values);
  expect(input.ok && rulesOf(input.value)).toEqual(rules);
});

test("a share that is none is sent back", () => {
  const { values } = filledWith(fieldsOf(defaultRules));
  const input = read({ language: "de" }, RulesInput, { ...values, quorum: "viele" });
  expect(input.ok).toBe(false);
  expect(input.form.errors["quorum"]).toBe("Bitte wählen Sie eine der Möglichkeiten.");
});
