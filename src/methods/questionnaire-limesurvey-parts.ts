import type { Expression } from "./expression.ts";
import { plainText } from "./plain-text.ts";
import type { Choice, Words } from "./questionnaire.ts";
import type { Loss, Lost, Place } from "./questionnaire-conversion.ts";
import { readRelevance } from "./questionnaire-limesurvey-relevance.ts";
import { parseXml } from "./workbook-file.ts";

export type Cells = Readonly<Record<string, string>>;
/** The rows of each section of the file. */
export type Sections = (name: string) => readonly Cells[];

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The sections of a file of LimeSurvey; nothing where it is none. */
export const sectionsOf = (text: string): Sections | undefined => {
  const document = parseXml(text)["document"];
  if (!isNode(document) || document["LimeSurveyDocType"] === undefined) return undefined;
  return (name) => {
    const section = document[name];
    const rows = isNode(section) && isNode(section["rows"]) ? section["rows"]["row"] : undefined;
    return (Array.isArray(rows) ? rows : [])
      .filter(isNode)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, typeof value === "object" ? "" : String(value)]),
        ),
      );
  };
};

/** A question with what hangs on it. */
export type Asked = {
  readonly cells: Cells;
  readonly code: string;
  readonly name: string;
  readonly words: Words | undefined;
  readonly help: Words | undefined;
  readonly parts: readonly {
    readonly code: string;
    readonly scale: string;
    readonly words: Words | undefined;
    readonly cells: Cells;
  }[];
  readonly answers: readonly {
    readonly code: string;
    readonly scale: string;
    readonly words: Words | undefined;
  }[];
  readonly attribute: (name: string) => string;
};

/** Where a name lies with us; a box that can be ticked comes to "Y" as it does there. */
export type Target = Place & { readonly box?: string | undefined };

export type Desk = {
  readonly languages: readonly string[];
  readonly lost: Lost[];
  readonly targets: Map<string, Target>;
  readonly give: (name: string) => string;
};

export const lose = (desk: Desk, where: string, what: string, why: Loss): void => {
  desk.lost.push({ where, what: plainText(what).slice(0, 200), why });
};

const expressionOf = ({ of, row, box }: Target): Expression => {
  const answer: Expression = row === undefined ? { is: "answer", of } : { is: "answer", of, row };
  if (box === undefined) return answer;
  return {
    is: "if",
    when: { is: "selected", list: answer, value: { is: "value", value: box } },
    yes: { is: "value", value: "Y" },
    no: { is: "value", value: "" },
  };
};

/** An expression of the file in our names; what cannot be followed is lost. */
export const follow = (text: string, where: string, why: Loss, desk: Desk): Expression | undefined => {
  if (text.trim() === "" || text.trim() === "1") return undefined;
  const reading = readRelevance(text, (name) => {
    const target = desk.targets.get(name);
    return target && expressionOf(target);
  });
  if (reading.ok) return reading.expression;
  lose(desk, where, text, why);
  return undefined;
};

/** Words of one column in every language, without marks of HTML; "{Q1.shown}" asks for our name. */
export const wordsIn = (
  rows: readonly Cells[],
  column: string,
  language: string,
  first: string,
  targets: ReadonlyMap<string, Target>,
): Words | undefined => {
  const words = Object.fromEntries(
    rows.flatMap((row): [string, string][] => {
      const text = plainText(row[column] ?? "")
        .replace(/\{([A-Za-z]\w*)(?:\.\w+)?\}/gu, (whole, name: string) => {
          const target = targets.get(name);
          return target ? `{${target.of}}` : whole;
        })
        .slice(0, 5_000);
      return text === "" ? [] : [[(row[language] || first).slice(0, 20), text]];
    }),
  );
  return Object.keys(words).length > 0 ? words : undefined;
};

export const orName = (words: Words | undefined, name: string, { languages }: Desk): Words =>
  words ?? { [languages[0] ?? "de"]: name };

export const choicesOf = (asked: Asked, scale: string, desk: Desk): Choice[] =>
  asked.answers
    .filter((answer) => answer.scale === scale)
    .map(({ code, words }) => {
      if (words === undefined) lose(desk, asked.name, code, "media");
      return { value: code, label: orName(words, code, desk) };
    });

const fixed: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  Y: [
    ["Y", "Ja", "Yes"],
    ["N", "Nein", "No"],
  ],
  G: [
    ["F", "Weiblich", "Female"],
    ["M", "Männlich", "Male"],
  ],
  C: [
    ["Y", "Ja", "Yes"],
    ["U", "Unsicher", "Uncertain"],
    ["N", "Nein", "No"],
  ],
  E: [
    ["I", "Mehr", "Increase"],
    ["S", "Gleich", "Same"],
    ["D", "Weniger", "Decrease"],
  ],
};

/** The choices of kinds that bring their own. */
export const fixedChoices = (type: string, { languages }: Desk): Choice[] =>
  (fixed[type] ?? []).map(([value, de, en]) => ({
    value,
    label: Object.fromEntries(languages.map((language) => [language, language === "de" ? de : en])),
  }));

/** 1 to the given number. */
export const numbered = (to: number, { languages }: Desk): Choice[] =>
  Array.from({ length: to }, (_, index) => ({
    value: String(index + 1),
    label: { [languages[0] ?? "de"]: String(index + 1) },
  }));
