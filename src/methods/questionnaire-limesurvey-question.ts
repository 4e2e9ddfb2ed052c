import type { Expression } from "./expression.ts";
import type { Choice, Question, Row, Words } from "./questionnaire.ts";
import { allOf, identifierOf, otherWords } from "./questionnaire-conversion.ts";
import {
  type Asked,
  choicesOf,
  type Desk,
  fixedChoices,
  follow,
  lose,
  numbered,
  orName,
} from "./questionnaire-limesurvey-parts.ts";

type Common = {
  readonly name: string;
  readonly label: Words;
  readonly hint: Words | undefined;
  readonly when: Expression | undefined;
  readonly required: boolean | undefined;
  readonly checks: { rule: Expression; text: Words | undefined }[] | undefined;
};

const number = (text: string): number | undefined =>
  /^-?\d+([.,]\d+)?$/u.test(text.trim()) ? Number(text.trim().replace(",", ".")) : undefined;

const commonOf = (asked: Asked, desk: Desk): Common => {
  const { cells, name, attribute } = asked;
  const rule = follow(attribute("em_validation_q"), name, "check", desk);
  const preg = (cells["preg"] ?? "").replace(/^\/|\/[a-z]*$/gu, "");
  const matches: Expression = {
    is: "matches",
    text: { is: "this" },
    pattern: preg.replace(/^\^|\$$/gu, "").slice(0, 500),
  };
  const tip = attribute("em_validation_q_tip");
  const text = tip === "" ? undefined : { [desk.languages[0] ?? "de"]: tip };
  const checks = [
    ...(rule ? [{ rule, text }] : []),
    ...(preg === "" ? [] : [{ rule: matches, text: undefined }]),
  ];
  for (const filter of ["array_filter", "array_filter_exclude"])
    if (attribute(filter) !== "") lose(desk, name, attribute(filter), "filter");
  if (asked.words === undefined && /<img/iu.test(cells["question"] ?? "")) lose(desk, name, "img", "media");
  return {
    name,
    label: orName(asked.words, asked.code, desk),
    hint: asked.help,
    when: follow(cells["relevance"] ?? "", name, "condition", desk),
    required: /^[YS]$/u.test(cells["mandatory"] ?? "") || undefined,
    checks: checks.length > 0 ? checks : undefined,
  };
};

const rowsOf = (asked: Asked, desk: Desk): Row[] =>
  asked.parts
    .filter(({ scale }) => scale === "0")
    .slice(0, 100)
    .map(({ code, words, cells }) => {
      const row = { name: identifierOf(code), label: orName(words, code, desk) };
      const when = follow(cells["relevance"] ?? "", asked.name, "condition", desk);
      return when ? { ...row, when } : row;
    });

const matrix = (
  asked: Asked,
  choices: readonly Choice[],
  desk: Desk,
  common = commonOf(asked, desk),
): Question[] => {
  const rows = rowsOf(asked, desk);
  if (rows.length === 0 || choices.length === 0) {
    lose(desk, asked.name, asked.code, "noChoices");
    return [];
  }
  if (choices.length > 20) lose(desk, asked.name, String(choices.length), "limit");
  return [{ kind: "matrix", ...common, rows, choices: choices.slice(0, 20) }];
};

const otherOf = (asked: Asked, desk: Desk): Words | undefined => {
  if (asked.cells["other"] !== "Y") return undefined;
  const own = asked.attribute("other_replace_text");
  return own === "" ? otherWords(desk.languages) : { [desk.languages[0] ?? "de"]: own };
};

const single = (asked: Asked, choices: readonly Choice[], desk: Desk): Question[] => {
  const type = asked.cells["type"] ?? "";
  const common = commonOf(asked, desk);
  if (choices.length === 0) {
    lose(desk, asked.name, asked.code, "noChoices");
    return [];
  }
  const shuffled = asked.attribute("random_order") === "1" || undefined;
  const look = type === "!" ? ("menu" as const) : undefined;
  const question: Question = {
    kind: "single",
    ...common,
    choices: [...choices],
    other: otherOf(asked, desk),
    look,
    shuffled,
  };
  if (type !== "O") return [question];
  const label = Object.fromEntries(
    desk.languages.map((language) => [language, language === "de" ? "Anmerkung" : "Comment"]),
  );
  return [question, { kind: "text", name: desk.give(`${asked.name}_comment`), label, when: common.when }];
};

const multiple = (asked: Asked, desk: Desk): Question[] => {
  const alone = new Set(asked.attribute("exclude_all_others").split(";"));
  const choices = asked.parts.map(({ code, words, cells }): Choice => {
    const when = follow(cells["relevance"] ?? "", asked.name, "filter", desk);
    const label = orName(words, code, desk);
    return { value: code, label, when, alone: alone.has(code) || undefined };
  });
  if (choices.length === 0) return single(asked, [], desk);
  if (asked.cells["type"] === "P") lose(desk, asked.name, "", "comment");
  const [least, most] = [number(asked.attribute("min_answers")), number(asked.attribute("max_answers"))];
  const shuffled = asked.attribute("random_order") === "1" || undefined;
  return [
    {
      kind: "multiple",
      ...commonOf(asked, desk),
      choices,
      other: otherOf(asked, desk),
      least,
      most: most || undefined,
      shuffled,
    },
  ];
};

const numeric = (asked: Asked, common: Common, desk: Desk): Question => {
  const whole = asked.attribute("num_value_int_only") === "1" || undefined;
  const [least, most] = [
    number(asked.attribute("min_num_value_n")),
    number(asked.attribute("max_num_value_n")),
  ];
  const suffix = asked.attribute("suffix");
  const unit = suffix === "" ? undefined : { [desk.languages[0] ?? "de"]: suffix };
  return { kind: "number", ...common, whole, least, most, unit };
};

const text = (asked: Asked, common: Common): Question => {
  const longest = number(asked.attribute("maximum_chars"));
  const long = /^[TU]$/u.test(asked.cells["type"] ?? "") || undefined;
  return {
    kind: "text",
    ...common,
    long,
    longest: longest && longest > 0 ? Math.min(longest, 10_000) : undefined,
  };
};

/** Several fields under one question: a question for each. */
const fields = (asked: Asked, desk: Desk): Question[] => {
  const common = commonOf(asked, desk);
  return asked.parts.map(({ code, words, cells }) => {
    const name = desk.targets.get(`${asked.code}_${code}`)?.of ?? desk.give(`${asked.name}_${code}`);
    const label = Object.fromEntries(
      Object.entries(common.label).map(([language, own]) => [
        language,
        `${own} – ${words?.[language] ?? code}`,
      ]),
    );
    const own = follow(cells["relevance"] ?? "", name, "condition", desk);
    const one = { ...common, name, label, when: allOf(common.when, own), checks: undefined };
    return asked.cells["type"] === "K" ? numeric(asked, one, desk) : text(asked, one);
  });
};

const calculation = (asked: Asked, desk: Desk): Question[] => {
  const written = Object.values(asked.words ?? {})[0] ?? "";
  const value = follow(written.replace(/^\{|\}$/gu, ""), asked.name, "calculation", desk);
  return value
    ? [{ kind: "calculation", name: asked.name, label: orName(undefined, asked.code, desk), value }]
    : [];
};

const ranking = (asked: Asked, desk: Desk): Question[] => {
  const listed =
    asked.answers.length > 0
      ? choicesOf(asked, "0", desk)
      : asked.parts.map(({ code, words }) => ({ value: code, label: orName(words, code, desk) }));
  if (listed.length < 2) return single(asked, [], desk);
  return [
    {
      kind: "ranking",
      ...commonOf(asked, desk),
      choices: listed.slice(0, 30),
      most: number(asked.attribute("max_answers")) || undefined,
    },
  ];
};

/** The questions that one question of LimeSurvey comes to. */
export const questionsFrom = (asked: Asked, desk: Desk): Question[] => {
  const type = asked.cells["type"] ?? "";
  if (type === "*") return calculation(asked, desk);
  if (asked.attribute("hidden") === "1") {
    lose(desk, asked.name, "hidden", "kind");
    return [];
  }
  if (/^[L!O]$/u.test(type)) return single(asked, choicesOf(asked, "0", desk), desk);
  if (/^[YG]$/u.test(type)) return single(asked, fixedChoices(type, desk), desk);
  if (/^[MP]$/u.test(type)) return multiple(asked, desk);
  if (/^[FH]$/u.test(type)) return matrix(asked, choicesOf(asked, "0", desk), desk);
  if (/^[CE]$/u.test(type)) return matrix(asked, fixedChoices(type, desk), desk);
  if (/^[AB]$/u.test(type)) return matrix(asked, numbered(type === "A" ? 5 : 10, desk), desk);
  if (/^[KQ]$/u.test(type)) return fields(asked, desk);
  if (type === "R") return ranking(asked, desk);
  const common = commonOf(asked, desk);
  if (type === "1") {
    const second = {
      ...common,
      name: desk.targets.get(`${asked.code}_2`)?.of ?? desk.give(`${asked.name}_2`),
    };
    return [
      ...matrix(asked, choicesOf(asked, "0", desk), desk, common),
      ...matrix(asked, choicesOf(asked, "1", desk), desk, second),
    ];
  }
  if (type === "5") return [{ kind: "scale", ...common, from: 1, to: 5 }];
  if (type === "N") return [numeric(asked, common, desk)];
  if (type === "D") return [{ kind: "date", ...common }];
  if (type === "X") return [{ kind: "note", name: common.name, label: common.label, when: common.when }];
  if (/^[STU]$/u.test(type)) return [text(asked, common)];
  lose(desk, asked.name, type, "kind");
  return [];
};
