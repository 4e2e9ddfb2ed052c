import { type Asked, evaluate, holds, isEmpty, isTrue, type Value } from "./expression-value.ts";
import { type Choice, otherOf, type Question, type Words } from "./questionnaire.ts";

/** Why an answer cannot stay as it is. `check` is a rule of the questionnaire itself. */
export type ProblemKind =
  | "required"
  | "row"
  | "choice"
  | "other"
  | "alone"
  | "tooFew"
  | "tooMany"
  | "number"
  | "whole"
  | "least"
  | "most"
  | "short"
  | "long"
  | "email"
  | "web"
  | "phone"
  | "postcode"
  | "date"
  | "earliest"
  | "latest"
  | "double"
  | "check";

export type Problem = {
  readonly question: string;
  readonly row?: string | undefined;
  readonly kind: ProblemKind;
  /** The bound that was passed, where there is one. */
  readonly bound?: number | string | undefined;
  /** What the author of the questionnaire says to it. */
  readonly text?: Words | undefined;
};

type Found = Omit<Problem, "question">;
type Of<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** The choices that are shown with these answers; `other` is one of them. */
export const shownChoices = (
  question: { readonly choices: readonly Choice[] },
  asked: Asked,
): readonly Choice[] => question.choices.filter(({ when }) => holds(when, asked));

/** The rows of a table of questions that are shown with these answers. */
export const shownRows = (question: Of<"matrix">, asked: Asked): Of<"matrix">["rows"] =>
  question.rows.filter(({ when }) => holds(when, asked));

const listed = (value: Value): readonly string[] =>
  Array.isArray(value) ? value : value === undefined || typeof value === "object" ? [] : [String(value)];

const missingOther = (question: Of<"single" | "multiple" | "organization">, asked: Asked): Found[] =>
  isEmpty(asked.answers[otherOf(question)]) ? [{ kind: "other" }] : [];

const inSingle = (question: Of<"single">, value: Value, asked: Asked): Found[] => {
  if (question.other && value === "other") return missingOther(question, asked);
  const known = shownChoices(question, asked).some((choice) => choice.value === String(value));
  return known ? [] : [{ kind: "choice" }];
};

const inMultiple = (question: Of<"multiple">, value: Value, asked: Asked): Found[] => {
  const ticked = listed(value);
  const choices = shownChoices(question, asked);
  const known = new Set([...choices.map((choice) => choice.value), ...(question.other ? ["other"] : [])]);
  const alone = choices.filter((choice) => choice.alone && ticked.includes(choice.value));
  return [
    ...(ticked.every((one) => known.has(one)) ? [] : [{ kind: "choice" } as const]),
    ...(alone.length > 0 && ticked.length > 1 ? [{ kind: "alone" } as const] : []),
    ...(question.least !== undefined && ticked.length < question.least && alone.length === 0
      ? [{ kind: "tooFew", bound: question.least } as const]
      : []),
    ...(question.most !== undefined && ticked.length > question.most
      ? [{ kind: "tooMany", bound: question.most } as const]
      : []),
    ...(question.other && ticked.includes("other") ? missingOther(question, asked) : []),
  ];
};

const inMatrix = (question: Of<"matrix">, value: Value, asked: Asked): Found[] => {
  const given = typeof value === "object" && !Array.isArray(value) ? value : {};
  const choices = new Set(shownChoices(question, asked).map((choice) => choice.value));
  return shownRows(question, asked).flatMap(({ name }): Found[] => {
    const one = given[name];
    if (one === undefined || one === "") return question.required ? [{ kind: "row", row: name }] : [];
    return choices.has(one) ? [] : [{ kind: "choice", row: name }];
  });
};

const inRanking = (question: Of<"ranking">, value: Value, asked: Asked): Found[] => {
  const ranked = listed(value);
  const known = new Set(shownChoices(question, asked).map((choice) => choice.value));
  if (!ranked.every((one) => known.has(one))) return [{ kind: "choice" }];
  if (new Set(ranked).size < ranked.length) return [{ kind: "double" }];
  return question.most !== undefined && ranked.length > question.most
    ? [{ kind: "tooMany", bound: question.most }]
    : [];
};

type Bounds = { readonly least?: number | undefined; readonly most?: number | undefined };

const inNumber = (value: Value, { least, most }: Bounds, whole: boolean): Found[] => {
  if (typeof value !== "number" || !Number.isFinite(value)) return [{ kind: "number" }];
  if (whole && !Number.isInteger(value)) return [{ kind: "whole" }];
  if (least !== undefined && value < least) return [{ kind: "least", bound: least }];
  return most !== undefined && value > most ? [{ kind: "most", bound: most }] : [];
};

const formats = {
  email: /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/u,
  web: /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/iu,
  phone: /^\+?[\d\s()/.-]{5,30}$/u,
  postcode: /^\d{5}$/u,
} as const;

const inText = (question: Of<"text">, value: Value): Found[] => {
  const text = String(value ?? "");
  const length = [...text].length;
  if (question.shortest !== undefined && length < question.shortest)
    return [{ kind: "short", bound: question.shortest }];
  if (length > (question.longest ?? 4_000)) return [{ kind: "long", bound: question.longest ?? 4_000 }];
  return question.format && !formats[question.format].test(text.trim()) ? [{ kind: question.format }] : [];
};

const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(+moment) && moment.toISOString().startsWith(text);
};

const inDate = (question: Of<"date">, value: Value): Found[] => {
  const day = String(value ?? "");
  if (!isDay(day)) return [{ kind: "date" }];
  if (question.earliest !== undefined && day < question.earliest)
    return [{ kind: "earliest", bound: question.earliest }];
  return question.latest !== undefined && day > question.latest
    ? [{ kind: "latest", bound: question.latest }]
    : [];
};

const inOrganization = (question: Of<"organization">, value: Value, asked: Asked): Found[] => {
  const named = listed(value);
  if (named.includes("other")) return missingOther(question, asked);
  return named.length > 1 && !question.several ? [{ kind: "tooMany", bound: 1 }] : [];
};

const byKind = (question: Question, value: Value, asked: Asked): Found[] => {
  switch (question.kind) {
    case "single":
      return inSingle(question, value, asked);
    case "multiple":
      return inMultiple(question, value, asked);
    case "matrix":
      return inMatrix(question, value, asked);
    case "ranking":
      return inRanking(question, value, asked);
    case "scale":
      return inNumber(value, { least: question.from, most: question.to }, true);
    case "number":
      return inNumber(value, question, question.whole ?? false);
    case "text":
      return inText(question, value);
    case "date":
      return inDate(question, value);
    case "organization":
      return inOrganization(question, value, asked);
    case "municipality":
      return /^\d{8}$/u.test(String(value)) ? [] : [{ kind: "choice" }];
    case "note":
    case "calculation":
      return [];
  }
};

/** What is wrong with the answer to one question that is shown. */
export const problemsOf = (question: Question, asked: Asked): readonly Problem[] => {
  if (question.kind === "note" || question.kind === "calculation") return [];
  const value = asked.answers[question.name];
  const about = (found: Found): Problem => ({ question: question.name, ...found });
  // Of a table of questions each line that is missing is named.
  const empty = isEmpty(value) && !(question.kind === "matrix" && question.required);
  if (empty) return question.required ? [about({ kind: "required", text: question.requiredText })] : [];
  const wrong = byKind(question, value, asked);
  const broken = (question.checks ?? []).filter(
    ({ rule }) => !isTrue(evaluate(rule, { ...asked, self: value })),
  );
  return [...wrong, ...broken.map(({ text }): Found => ({ kind: "check", text }))].map(about);
};
