import type { Expression } from "./expression.ts";
import { readXpath } from "./expression-xpath.ts";
import { plainText } from "./plain-text.ts";
import type { Words } from "./questionnaire.ts";
import { identifierOf } from "./questionnaire-conversion.ts";
import type { ListedChoice } from "./questionnaire-xlsform-table.ts";

/** Words of a cell: `${name}` becomes `{name}`, and marks of HTML go. */
export const plainXlsText = (words: Words | undefined): Words | undefined =>
  words &&
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => {
      const piped = text.replace(/\$\{\s*([^{}]+?)\s*\}/gu, "{$1}");
      return [language, /<[a-z/!][^>]*>|&\w+;/iu.test(piped) ? plainText(piped) : piped];
    }),
  );

export const isYes = (text: string): boolean => /^(yes|true|true\(\)|1|wahr|ja)$/iu.test(text.trim());
export const isNo = (text: string): boolean => /^(|no|false|false\(\)|0|falsch|nein)$/iu.test(text.trim());

const operators = new Set(["and", "or", "div", "mod"]);

/** Names may carry umlauts there; `${straße}` asks for the name that it has with us. */
export const withPlainNames = (text: string): string =>
  text.replace(/\$\{\s*([^{}]+?)\s*\}/gu, (_, name: string) => `\${${identifierOf(name)}}`);

/** A filter of a list for one of its choices: the names of columns are replaced by what stands there. */
export const filterFor = (
  filter: string,
  { cells }: Pick<ListedChoice, "cells">,
  columns: ReadonlySet<string>,
): Expression | undefined => {
  const written = filter.replace(
    /("[^"]*"|'[^']*'|\$\{[^}]*\})|([A-Za-z_][\w-]*)(?!\s*\(|[\w-])/gu,
    (whole, kept: string | undefined, name: string | undefined) => {
      if (kept !== undefined || name === undefined || operators.has(name)) return whole;
      // A bare word that heads no column is meant as a text.
      const text = columns.has(name.toLowerCase()) ? (cells[name.toLowerCase()] ?? "") : name;
      return `'${text.replaceAll("'", "’")}'`;
    },
  );
  const reading = readXpath(withPlainNames(written));
  return reading.ok ? reading.expression : undefined;
};

type Bounds = { readonly least?: number; readonly most?: number };

const partsOf = (expression: Expression): readonly Expression[] =>
  expression.is === "and" ? expression.of : [expression];

const isLength = (expression: Expression): boolean =>
  expression.is === "call" && expression.name === "length" && expression.of[0]?.is === "this";

const isCount = (expression: Expression): boolean => expression.is === "count" && expression.of.is === "this";

/** The bounds that a rule states and nothing else: `. >= 18 and . <= 120`, or of a length. */
export const boundsIn = (rule: Expression, of: "value" | "length" | "count"): Bounds | undefined => {
  const bounds: { least?: number; most?: number } = {};
  for (const part of partsOf(rule)) {
    if (part.is !== "compare" || part.right.is !== "value" || typeof part.right.value !== "number")
      return undefined;
    const isIt =
      of === "value" ? part.left.is === "this" : of === "length" ? isLength(part.left) : isCount(part.left);
    if (!isIt || (part.by !== ">=" && part.by !== "<=")) return undefined;
    const key = part.by === ">=" ? "least" : "most";
    if (bounds[key] !== undefined) return undefined;
    bounds[key] = part.right.value;
  }
  return bounds;
};

/** "start=0;end=100 step=5" */
export const parametersIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.toLowerCase().matchAll(/([\w-]+)\s*=\s*("[^"]*"|[^\s;,]+)/gu)].map(
      ([, key = "", value = ""]) => [key, value.replaceAll('"', "")],
    ),
  );
