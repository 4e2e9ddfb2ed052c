import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "./expression.ts";
import { readXpath } from "./expression-xpath.ts";
import { type Answers, Questionnaire } from "./questionnaire.ts";
import { checkQuestionnaire } from "./questionnaire-check.ts";
import { stateOf } from "./questionnaire-state.ts";

/** "$x" is short for the answer to x. */
const when = (text: string): Expression => {
  const read = readXpath(text.replace(/\$(\w+)/gu, "$${$1}"));
  if (!read.ok) throw new Error(text);
  return read.expression;
};
const de = (text: string) => ({ de: text });
const choices = ["a", "b"].map((value) => ({ value, label: de(value) }));
const single = (name: string, condition?: string) => ({
  kind: "single",
  name,
  label: de(name),
  choices,
  ...(condition ? { when: when(condition) } : {}),
});
const number = (name: string) => ({ kind: "number", name, label: de(name), least: 1, most: 10 });
const asked = (...questions: readonly object[]): Questionnaire =>
  Questionnaire.parse({ title: de("T"), languages: ["de"], pages: [{ name: "p1", questions }] });
const kinds = (...questions: readonly object[]) =>
  checkQuestionnaire(asked(...questions)).map(({ question, kind, about }) => [question, kind, about]);

test("a sound questionnaire is passed without a word", () => {
  expect(kinds(single("x"), single("y", "$x = 'a'"), number("n"), single("z", "$n > 9"))).toEqual([]);
});

test.each([
  ["$x = 'a' and $x = 'b'", "contradiction"],
  ["$n > 5 and $n < 3", "contradiction"],
  ["$n > 10", "contradiction"],
  ["$x = 'b' and $y = 'a'", "neverShown"],
  ["$x = 'a' or $x != 'a'", "alwaysShown"],
])("%s is found as %s", (condition, kind) => {
  const questions = [single("x"), single("y", "$x = 'a'"), number("n"), single("z", condition)];
  expect(kinds(...questions)).toEqual([["z", kind, undefined]]);
});

test("names that are nowhere, come later or twice, and choices that are gone are found", () => {
  expect(kinds(single("x", "$later = 'a'"), single("later"))).toEqual([["x", "later", "later"]]);
  expect(kinds(single("x", "$nowhere = 'a'"))).toEqual([["x", "unknownName", "nowhere"]]);
  expect(kinds(single("x"), single("x"))).toEqual([["x", "double", undefined]]);
  expect(kinds(single("x"), single("y", "$x = 'gone' or $x = 'a'"))).toEqual([["y", "goneChoice", "gone"]]);
});

test("questions that allow no answer, and words missing in a language, are found", () => {
  expect(kinds({ ...number("n"), least: 5, most: 3 })).toEqual([["n", "unanswerable", undefined]]);
  const checks = [{ rule: when(". = 'c'") }];
  expect(kinds({ ...single("x"), checks })).toEqual([["x", "unanswerable", undefined]]);
  const translated = { ...asked(single("x")), languages: ["de", "pl"] };
  expect(checkQuestionnaire(translated)).toEqual([{ question: "x", kind: "missingLanguage", about: "pl" }]);
});

test("what hangs on free text or today's date is passed over", () => {
  const text = { kind: "text", name: "t", label: de("t") };
  expect(kinds(text, single("x", "$t = 'a' and $t = 'b'"), single("y", "today() < '2000-01-01'"))).toEqual(
    [],
  );
});

const atom = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom("=", "!="), fc.constantFrom("'a'", "'b'", "''"))
    .map(([name, by, value]) => `$${name} ${by} ${value}`);
const condition = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(atom(names), { minLength: 1, maxLength: 4 })
    .chain((atoms) => fc.constantFrom(" and ", " or ").map((by) => atoms.join(by)));

test("on random questionnaires the findings are what trying all answers shows", () => {
  const counted = { never: 0, always: 0, sometimes: 0 };
  const random = fc.tuple(condition(["q0"]), condition(["q0", "q1"]), condition(["q0", "q1", "q2"]));
  fc.assert(
    fc.property(random, (conditions) => {
      const questionnaire = asked(single("q0"), ...conditions.map((one, at) => single(`q${at + 1}`, one)));
      const values = [undefined, "a", "b"];
      const all = values.flatMap((q0) =>
        values.flatMap((q1) => values.map((q2) => JSON.parse(JSON.stringify({ q0, q1, q2 })) as Answers)),
      );
      const found = new Map(
        checkQuestionnaire(questionnaire).map(({ question, kind }) => [question, kind] as const),
      );
      for (const name of ["q1", "q2", "q3"]) {
        const shown = all.filter((answers) =>
          stateOf(questionnaire, answers, "2026-11-24").visible.has(name),
        );
        const truth = shown.length === 0 ? "never" : shown.length === all.length ? "always" : "sometimes";
        const said = found.get(name);
        const told = said === "alwaysShown" ? "always" : said === undefined ? "sometimes" : "never";
        expect(told).toBe(truth);
        counted[truth] += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(counted.never, counted.always, counted.sometimes)).toBeGreaterThan(10);
});
