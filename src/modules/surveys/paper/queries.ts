import { createHash } from "node:crypto";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Paper } from "#core/typeset.ts";
import type { Expression } from "#methods/expression.ts";
import {
  type Page,
  type Question,
  type Questionnaire,
  questionsOf,
  type Words,
  wordsIn,
} from "#methods/questionnaire.ts";
import {
  type Sheet,
  type SheetField,
  type SheetItem,
  type SheetOption,
  sheetSource,
  shortLanguage,
} from "#methods/questionnaire-paper.ts";
import { goesOnAt } from "#methods/questionnaire-skips.ts";
import { piecesOf } from "#methods/report-text.ts";
import { say as sayAnswering } from "#modules/surveys/answering/messages.ts";
import { conditionInWords, numbersOf } from "#modules/surveys/conditions/queries.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { privacyName } from "#modules/surveys/vocabulary.ts";
import { say } from "./messages.ts";

/** The most questions of a questionnaire on paper. */
export const mostQuestions = 300;
const longestScale = 11;
const shortestChoices = 60;

type Asked = Exclude<Question, { kind: "note" | "calculation" }>;
type Drawing = {
  readonly ctx: Context;
  readonly content: Questionnaire;
  readonly numbers: ReadonlyMap<string, number>;
};

const text = ({ ctx, content, numbers }: Drawing, given: Words | undefined): string =>
  wordsIn(given, ctx.language, content.languages[0] ?? "de").replace(
    /\{([A-Za-z_][A-Za-z0-9_.-]*)\}/gu,
    (_, name: string) => {
      const n = numbers.get(name);
      return n === undefined ? "…" : say(ctx)("answerOf", { n });
    },
  );

const condition = ({ ctx, content }: Drawing, when: Expression | undefined): string =>
  conditionInWords(ctx, content, when) ?? "";

const isAsked = (question: Question): question is Asked =>
  question.kind !== "note" && question.kind !== "calculation";

/** Where one goes on who chose this answer: only said where something is skipped. */
const wayOn = ({ ctx, content }: Drawing, { kind, name }: Asked, chosen: string): string => {
  const at = kind === "single" ? goesOnAt(content, name, chosen) : undefined;
  if (at === undefined) return "";
  return at === "end" ? say(ctx)("goToEnd") : say(ctx)("goOn", { n: at + 1 });
};

const optionsOf = (
  drawing: Drawing,
  question: Extract<Question, { kind: "single" | "multiple" | "ranking" }>,
): readonly SheetOption[] => [
  ...question.choices.map((choice) => ({
    label: text(drawing, choice.label),
    after: [condition(drawing, choice.when), wayOn(drawing, question, choice.value)]
      .filter(Boolean)
      .join("; "),
    writes: false,
  })),
  ...("other" in question && question.other
    ? [{ label: text(drawing, question.other), after: wayOn(drawing, question, "other"), writes: true }]
    : []),
];

const fieldOf = (drawing: Drawing, question: Asked): SheetField => {
  const words = say(drawing.ctx);
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.choices.length > shortestChoices
        ? { is: "lines", n: question.kind === "single" ? 1 : 3 }
        : { is: "ticks", options: optionsOf(drawing, question) };
    case "ranking":
      return { is: "places", options: optionsOf(drawing, question) };
    case "matrix":
      return {
        is: "table",
        columns: ["", ...question.choices.map(({ label }) => text(drawing, label))],
        rows: question.rows.map(({ label, when }) =>
          [text(drawing, label), condition(drawing, when)].filter(Boolean).join(" – "),
        ),
      };
    case "scale": {
      const numbers = Array.from(
        { length: Math.min(question.to - question.from + 1, longestScale + 1) },
        (_, index) => String(question.from + index),
      );
      return numbers.length > longestScale
        ? { is: "line", after: " " }
        : { is: "scale", numbers, low: text(drawing, question.low), high: text(drawing, question.high) };
    }
    case "number":
      return { is: "line", after: text(drawing, question.unit) || " " };
    case "text":
      return { is: "lines", n: question.long ? 5 : 1 };
    case "date":
      return { is: "date", parts: [words("day"), words("month"), words("year")] };
    case "municipality":
    case "organization":
      return { is: "lines", n: "several" in question && question.several ? 3 : 1 };
  }
};

const amountOf = (ctx: Context, least: number | undefined, most: number | undefined): string => {
  const words = say(ctx);
  if (least && most) return words("between", { least, most });
  if (least) return words("atLeast", { n: least });
  return most ? words("atMost", { n: most }) : words("several");
};

const ruleOf = ({ ctx }: Drawing, question: Asked): string => {
  const words = say(ctx);
  switch (question.kind) {
    case "single":
      return words("one");
    case "multiple":
      return amountOf(ctx, question.least, question.most);
    case "matrix":
      return words("eachRow");
    case "ranking":
      return question.most ? words("rankingMost", { n: question.most }) : words("ranking");
    case "scale":
      return question.to - question.from >= longestScale
        ? words("scaleWide", { from: question.from, to: question.to })
        : words("one");
    case "number":
      return [
        words(question.whole ? "whole" : "number"),
        question.least === undefined ? "" : words("from", { n: question.least }),
        question.most === undefined ? "" : words("to", { n: question.most }),
      ]
        .filter(Boolean)
        .join(" ");
    case "municipality":
      return words("municipality");
    case "organization":
      return words(question.several ? "organizations" : "organization");
    default:
      return "";
  }
};

const shownWhen = (drawing: Drawing, when: Expression | undefined): string => {
  const said = condition(drawing, when);
  return said && `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
};

const itemOf = (drawing: Drawing, question: Question): readonly SheetItem[] => {
  if (question.kind === "calculation") return [];
  const when = shownWhen(drawing, question.when);
  const label = text(drawing, question.label);
  if (question.kind === "note") return [{ is: "note", when, pieces: piecesOf(label) }];
  return [
    {
      is: "question",
      n: String(drawing.numbers.get(question.name) ?? ""),
      label,
      optional: question.required ? "" : say(drawing.ctx)("optional"),
      when,
      hints: [text(drawing, question.hint), ruleOf(drawing, question)].filter(Boolean),
      field: fieldOf(drawing, question),
    },
  ];
};

const pageOf = (drawing: Drawing, page: Page, index: number, isTitled: boolean): readonly SheetItem[] => {
  const items = page.questions.flatMap((question) => itemOf(drawing, question));
  const when = shownWhen(drawing, page.when);
  const pieces = piecesOf(text(drawing, page.text));
  if (items.length === 0 && pieces.length === 0) return [];
  const title = text(drawing, page.title) || say(drawing.ctx)("part", { n: index + 1 });
  return isTitled ? [{ is: "part", title, when, pieces }, ...items] : items;
};

const hasPart = ({ title, text: words, when }: Page): boolean =>
  [...Object.values(title ?? {}), ...Object.values(words ?? {})].some((one) => one.trim() !== "") ||
  when !== undefined;

/** A questionnaire as the paper shows it, in one of its languages. The numbers are those of the editor. */
export const sheetOf = (
  asking: Context,
  survey: SurveyRow,
  content: Questionnaire,
  { language, address }: { readonly language: string; readonly address: string },
): Sheet => {
  const ctx = { ...asking, language };
  const drawing = { ctx, content, numbers: numbersOf(content) };
  const [words, answering] = [say(ctx), sayAnswering(ctx)];
  const { place } = ctx;
  const isTitled = content.pages.some(hasPart);
  const isFree = questionsOf(content).some(({ question }) => isAsked(question) && !question.required);
  return {
    title: text(drawing, content.title) || survey.title,
    asker:
      survey.organization === null
        ? answering("byTown", { town: place.name })
        : answering("by", { organization: survey.organization }),
    language: shortLanguage(language),
    introduction: piecesOf([text(drawing, content.introduction), survey.words].filter(Boolean).join("\n\n")),
    how: [
      words("howTick"),
      words(isFree ? "howSkip" : "required"),
      ...(survey.state === "open" ? [words("howScreen", { address })] : []),
    ],
    code: survey.access === "open" ? "" : words("howCode"),
    items: content.pages.flatMap((page, index) => pageOf(drawing, page, index, isTitled)),
    handIn: {
      heading: words("handIn"),
      lines: [
        words("handInPlace", {
          office: place.officeName,
          street: place.officeStreet,
          town: `${place.officePostcode} ${place.officeTown}`,
        }),
        survey.closesAt
          ? words("handInUntil", { date: dayWithYear(ctx, survey.closesAt) })
          : words("handInOpen"),
        ...(place.officePhone ? [words("handInAsk", { phone: place.officePhone })] : []),
      ],
    },
    privacy: {
      heading: words("promise", { privacy: privacyName(ctx, survey.privacy) }),
      text: `${answering(`open_${survey.privacy}`)} ${words("paperToo")}`,
    },
    thanks: piecesOf(text(drawing, content.thanks)),
    page: words("page", { n: "{n}", all: "{all}" }),
  };
};

/** What is set, and the name under which it may be kept: the same sheet has the same. */
export const paperOf = (sheet: Sheet): { readonly paper: Paper; readonly hash: string } => ({
  paper: { source: sheetSource, data: sheet },
  hash: createHash("sha256").update(JSON.stringify(sheet)).digest("hex"),
});
