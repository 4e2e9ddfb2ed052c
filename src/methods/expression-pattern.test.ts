import { expect, test } from "vitest";
import { fits } from "./expression-pattern.ts";

test.each([
  ["02943", "\\d{5}", true],
  ["2943", "\\d{5}", false],
  ["a@b.de", ".+@.+\\.[a-z]+", true],
  ["a.b.de", ".+@.+\\.[a-z]+", false],
  ["ac", "(a|b)c", true],
  ["cc", "(a|b)c", false],
  ["12-34", "(\\d{2}-){1}\\d{2}", true],
])("%s against %s is %s", (text, pattern, expected) => {
  expect(fits(text, pattern)).toBe(expected);
});

test.each(["(a+)+", "(a|aa)+", "((a*)b?)*", "(?:a{1,9}){2,}", "a*a*a*a*a*a*b", "("])(
  "%s is not tried on a long text",
  (pattern) => {
    const started = performance.now();
    expect(fits(`${"a".repeat(499)}!`, pattern)).toBe(true);
    expect(performance.now() - started).toBeLessThan(100);
  },
);
