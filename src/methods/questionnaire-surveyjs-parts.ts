import type { Expression } from "./expression.ts";
import { readSurveyJs } from "./expression-surveyjs.ts";
import { plainText } from "./plain-text.ts";
import type { Question, Questionnaire, Words } from "./questionnaire.ts";
import { type Loss, type Lost, nameGiver, type Place } from "./questionnaire-conversion.ts";
import { placeCalculations, settleNames, withoutGaps } from "./questionnaire-settling.ts";

/** One object of a SurveyJS file, as it came. */
export type Element = Readonly<Record<string, unknown>>;

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const textIn = (element: Element, ...keys: readonly string[]): string => {
  for (const key of keys) {
    const value = element[key];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return "";
};

export const numberIn = (element: Element, key: string): number | undefined => {
  const value = element[key];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

export const truth = (value: unknown): boolean | undefined =>
  value === true || value === "true" ? true : value === false || value === "false" ? false : undefined;

/** The objects of the first list that is there. */
export const listIn = (element: Element, ...keys: readonly string[]): readonly Element[] => {
  const found = keys.map((key) => element[key]).find(Array.isArray);
  return (found ?? []).filter(isElement);
};

type Calculation = Extract<Question, { kind: "calculation" }>;

/** What the reading of one file keeps at hand. */
export type Desk = {
  readonly languages: readonly string[];
  readonly lost: readonly Lost[];
  readonly lose: (where: string, what: string, why: Loss) => void;
  readonly words: (value: unknown) => Words | undefined;
  readonly give: (name: string) => string;
  /** Notes where an answer of the file lies with us. */
  readonly lay: (name: string, place: Place) => void;
  readonly condition: (element: Element, key: string, where: string, why?: Loss) => Expression | undefined;
  readonly calculate: (name: string, text: string, label?: Words | undefined) => void;
  readonly settled: (questionnaire: Questionnaire) => Questionnaire;
  readonly names: () => Readonly<Record<string, string>>;
};

const wordsFor =
  (first: string) =>
  (value: unknown): Words | undefined => {
    if (typeof value === "string" || typeof value === "number") {
      const text = plainText(String(value));
      return text === "" ? undefined : { [first]: text };
    }
    if (!isElement(value)) return undefined;
    const entries = Object.entries(value).flatMap(([language, text]): [string, string][] =>
      typeof text === "string" && text.trim() !== "" ? [[language.toLowerCase(), plainText(text)]] : [],
    );
    const { default: otherwise, ...words } = Object.fromEntries(entries);
    if (otherwise !== undefined) words[first] ??= otherwise;
    return Object.keys(words).length > 0 ? words : undefined;
  };

/** Reads one file: gives out names, collects what is lost, and puts names right at the end. */
export const deskFor = (survey: Element, languages: readonly string[]): Desk => {
  const first = languages[0] ?? "de";
  const lost: Lost[] = [];
  const places = new Map<string, Place>();
  const calculations: Calculation[] = [];
  const give = nameGiver();
  const words = wordsFor(first);
  const lose = (where: string, what: string, why: Loss): void => {
    lost.push({ where, what: what.slice(0, 200), why });
  };
  const expression = (text: string, where: string, why: Loss): Expression | undefined => {
    const reading = readSurveyJs(text);
    if (reading.ok) return reading.expression;
    lose(where, text, why);
    return undefined;
  };
  const calculate: Desk["calculate"] = (name, text, label) => {
    const value = expression(text, name, "calculation");
    if (!value) return;
    const ours = give(name);
    places.set(name, { of: ours });
    calculations.push({ kind: "calculation", name: ours, label: label ?? { [first]: name }, value });
  };
  for (const key of ["triggers"])
    for (const trigger of listIn(survey, key)) lose("", textIn(trigger, "type", "expression"), "trigger");
  return {
    languages,
    lost,
    lose,
    words,
    give,
    lay: (name, place) => {
      places.set(name, place);
    },
    condition: (element, key, where, why = "condition") => {
      const text = textIn(element, key);
      return text === "" ? undefined : expression(text, where, why);
    },
    calculate,
    settled: (questionnaire) => {
      for (const one of listIn(survey, "calculatedValues"))
        calculate(textIn(one, "name"), textIn(one, "expression"));
      const whole = { ...questionnaire, pages: [...questionnaire.pages] };
      const unsettled = {
        ...whole,
        // Calculations are placed by our names, so those of the file are put right first.
        pages: [
          ...whole.pages.slice(0, -1),
          ...whole.pages
            .slice(-1)
            .map((page) => ({ ...page, questions: [...page.questions, ...calculations] })),
        ],
      };
      const named = settleNames(unsettled, {
        place: (name) => places.get(name),
        lose: (where, name) => lose(where, name, "missing"),
      });
      const kept = named.pages
        .flatMap(({ questions }) => questions)
        .filter((one) => one.kind === "calculation");
      const without = named.pages.map((page) => ({
        ...page,
        questions: page.questions.filter(({ kind }) => kind !== "calculation"),
      }));
      return withoutGaps({ ...named, pages: [...placeCalculations(without, kept)] });
    },
    names: () =>
      Object.fromEntries(
        [...places].map(([name, { of, row }]) => [name, row === undefined ? of : `${of}.${row}`]),
      ),
  };
};
