import type { Choice, Question, Row } from "./questionnaire.ts";
import { identifierOf, otherWords } from "./questionnaire-conversion.ts";
import { type Asked, choicesFrom, validator } from "./questionnaire-surveyjs-asked.ts";
import { type Desk, type Element, listIn, numberIn, textIn, truth } from "./questionnaire-surveyjs-parts.ts";

const withNone = (element: Element, choices: Choice[], desk: Desk): Choice[] => {
  if (!truth(element["hasNone"] ?? element["showNoneItem"])) return choices;
  const label = desk.words(element["noneText"]) ?? { [desk.languages[0] ?? "de"]: "Nichts davon" };
  return [...choices, { value: "none", label, alone: true }];
};

/** A choice, several choices, or an order of choices. */
export const fromList = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const type = textIn(element, "type");
  if (element["choicesByUrl"] !== undefined || textIn(element, "choicesFromQuestion") !== "")
    desk.lose(asked.name, "choicesByUrl", "choicesElsewhere");
  const choices = withNone(element, choicesFrom(element["choices"], desk, asked.name), desk);
  if (choices.length === 0 || (type === "ranking" && choices.length < 2)) {
    desk.lose(asked.name, type, "noChoices");
    return [];
  }
  if (type === "ranking") {
    if (choices.length > 30) desk.lose(asked.name, String(choices.length), "limit");
    return [
      {
        kind: "ranking",
        ...asked,
        choices: choices.slice(0, 30),
        most: numberIn(element, "maxSelectedChoices") || undefined,
      },
    ];
  }
  const hasOther = truth(element["hasOther"] ?? element["showOtherItem"]);
  const other = hasOther ? (desk.words(element["otherText"]) ?? otherWords(desk.languages)) : undefined;
  if (other) {
    desk.lay(`${textIn(element, "name")}-Comment`, { of: `${asked.name}_other` });
    desk.give(`${asked.name}_other`);
  }
  const shuffled = textIn(element, "choicesOrder") === "random" || undefined;
  const count = validator(element, "answercount");
  if (type === "checkbox" || type === "tagbox" || (type === "imagepicker" && truth(element["multiSelect"]))) {
    const least = numberIn(count, "minCount") ?? (numberIn(element, "minSelectedChoices") || undefined);
    const most = numberIn(count, "maxCount") ?? (numberIn(element, "maxSelectedChoices") || undefined);
    return [{ kind: "multiple", ...asked, choices, other, shuffled, least, most }];
  }
  return [
    { kind: "single", ...asked, choices, other, shuffled, look: type === "dropdown" ? "menu" : undefined },
  ];
};

const rowsFrom = (element: Element, desk: Desk, name: string): Row[] =>
  choicesFrom(element["rows"], desk, name)
    .slice(0, 100)
    .map(({ value, label, when }) => {
      const row = identifierOf(value);
      return when ? { name: row, label, when } : { name: row, label };
    });

/** A table whose columns are questions: one table of ours for each column of choices. */
export const fromTable = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const original = textIn(element, "name");
  const rows = rowsFrom(element, desk, asked.name);
  const columns = listIn(element, "columns");
  if (rows.length === 0) {
    desk.lose(asked.name, textIn(element, "type"), "repeat");
    return [];
  }
  return columns.flatMap((column): Question[] => {
    const own = textIn(column, "name");
    const cell = textIn(column, "cellType") || textIn(element, "cellType") || "dropdown";
    const choices = choicesFrom(column["choices"] ?? element["choices"], desk, asked.name).slice(0, 20);
    if (!["default", "dropdown", "radiogroup"].includes(cell) || choices.length === 0) {
      desk.lose(asked.name, `${own} (${cell})`, "kind");
      return [];
    }
    const name = columns.length === 1 ? asked.name : desk.give(`${original}_${own}`);
    for (const row of choicesFrom(element["rows"], desk, asked.name))
      desk.lay(`${original}.${row.value}.${own}`, { of: name, row: identifierOf(row.value) });
    const title = desk.words(column["title"]);
    const required = asked.required || truth(column["isRequired"]) || undefined;
    return [
      {
        kind: "matrix",
        ...asked,
        name,
        required,
        rows,
        choices,
        hint: columns.length === 1 ? asked.hint : (title ?? { [desk.languages[0] ?? "de"]: own }),
      },
    ];
  });
};

/** A table of questions with the same choices. */
export const fromMatrix = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const choices = choicesFrom(element["columns"], desk, asked.name).slice(0, 20);
  const rows = rowsFrom(element, desk, asked.name);
  if (choices.length === 0) return [];
  if (rows.length === 0) return [{ kind: "single", ...asked, choices }];
  for (const row of choicesFrom(element["rows"], desk, asked.name))
    desk.lay(`${textIn(element, "name")}.${row.value}`, { of: asked.name, row: identifierOf(row.value) });
  const required = truth(element["isAllRowRequired"] ?? element["eachRowRequired"]) || asked.required;
  if (asked.required && required && !truth(element["isAllRowRequired"] ?? element["eachRowRequired"]))
    desk.lose(asked.name, "isRequired", "requiredPart");
  return [{ kind: "matrix", ...asked, required, rows, choices }];
};
