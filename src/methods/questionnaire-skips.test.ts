import { expect, test } from "vitest";
import type { Expression } from "./expression.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { goesOnAt } from "./questionnaire-skips.ts";

const answer = (of: string): Expression => ({ is: "answer", of });
const is = (of: string, value: string): Expression => ({
  is: "compare",
  by: "=",
  left: answer(of),
  right: { is: "value", value },
});

const asking = (...conditions: readonly (Expression | undefined)[]): Questionnaire => ({
  title: { de: "Probe" },
  languages: ["de"],
  pages: [
    {
      name: "p",
      questions: [
        {
          kind: "single",
          name: "a",
          label: { de: "A" },
          choices: [
            { value: "ja", label: { de: "Ja" } },
            { value: "nein", label: { de: "Nein" } },
          ],
        },
        ...conditions.map((when, n) => ({
          kind: "text" as const,
          name: `t${n}`,
          label: { de: "T" },
          ...(when ? { when } : {}),
        })),
      ],
    },
  ],
});

test("who is asked less is sent on to the next question for them, or to the end", () => {
  const plain = asking(is("a", "ja"), is("a", "ja"), undefined);
  expect([goesOnAt(plain, "a", "ja"), goesOnAt(plain, "a", "nein")]).toEqual([undefined, 3]);
  expect(goesOnAt(asking(is("a", "ja")), "a", "nein")).toBe("end");
  expect(goesOnAt(asking(), "a", "nein")).toBeUndefined();
});

test("nobody is sent past a question that another answer may still bring up", () => {
  const either = asking({ is: "or", of: [is("a", "ja"), is("b", "x")] }, undefined);
  expect(goesOnAt(either, "a", "nein")).toBeUndefined();
  const both = asking({ is: "and", of: [is("a", "ja"), is("b", "x")] }, undefined);
  expect(goesOnAt(both, "a", "nein")).toBe(2);
  const not = asking({ is: "not", of: is("a", "ja") }, undefined);
  expect([goesOnAt(not, "a", "ja"), goesOnAt(not, "a", "nein")]).toEqual([2, undefined]);
  const empty = asking({ is: "empty", of: answer("a") }, undefined);
  expect(goesOnAt(empty, "a", "ja")).toBe(2);
});
