import type { Question } from "./questionnaire.ts";
import {
  type Asked,
  askedIn,
  type Condition,
  choicesFrom,
  losses,
  validator,
} from "./questionnaire-surveyjs-asked.ts";
import { fromList, fromMatrix, fromTable } from "./questionnaire-surveyjs-lists.ts";
import { type Desk, type Element, listIn, numberIn, textIn, truth } from "./questionnaire-surveyjs-parts.ts";

const lists = new Set([
  "radiogroup",
  "dropdown",
  "checkbox",
  "tagbox",
  "imagepicker",
  "ranking",
  "buttongroup",
]);
const fromText = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const input = textIn(element, "inputType") || "text";
  const [text, numeric] = [validator(element, "text"), validator(element, "numeric")];
  const isNumber = input === "number" || input === "range";
  const least = numberIn(numeric, "minValue") ?? (isNumber ? numberIn(element, "min") : undefined);
  const most = numberIn(numeric, "maxValue") ?? (isNumber ? numberIn(element, "max") : undefined);
  if (isNumber || least !== undefined || most !== undefined)
    return [{ kind: "number", ...asked, least, most }];
  if (["date", "datetime", "datetime-local"].includes(input)) {
    if (input !== "date") desk.lose(asked.name, input, "clock");
    const day = (key: string) => /^\d{4}-\d{2}-\d{2}/u.exec(textIn(element, key))?.[0];
    return [{ kind: "date", ...asked, earliest: day("min"), latest: day("max") }];
  }
  if (["time", "month", "week", "color", "password"].includes(input)) desk.lose(asked.name, input, "asText");
  const isEmail = input === "email" || validator(element, "email")["type"] !== undefined;
  const format = isEmail ? "email" : input === "url" ? "web" : input === "tel" ? "phone" : undefined;
  const longest = numberIn(text, "maxLength") || numberIn(element, "maxLength");
  return [
    {
      kind: "text",
      ...asked,
      format,
      long: textIn(element, "type") === "comment" || undefined,
      shortest: numberIn(text, "minLength") || undefined,
      longest: longest && longest > 0 ? Math.min(longest, 10_000) : undefined,
    },
  ];
};

const fromRating = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const [low, high] = [desk.words(element["minRateDescription"]), desk.words(element["maxRateDescription"])];
  const own = choicesFrom(element["rateValues"], desk, asked.name);
  const numbers = own.map(({ value }) => Number(value));
  const isRun = numbers.every(
    (number, index) => Number.isInteger(number) && number === (numbers[0] ?? 0) + index,
  );
  const hasWords = own.some(({ value, label }) => Object.values(label).some((text) => text !== value));
  if (own.length > 0 && (!isRun || hasWords)) return [{ kind: "single", ...asked, choices: own }];
  const from = numbers[0] ?? numberIn(element, "rateMin") ?? 1;
  const to =
    numbers.at(-1) ?? numberIn(element, "rateMax") ?? (numberIn(element, "rateCount") ?? 5) + from - 1;
  const step = numberIn(element, "rateStep") ?? 1;
  if (Number.isInteger(from) && Number.isInteger(to) && step === 1)
    return [{ kind: "scale", ...asked, from, to, low, high }];
  const steps = Array.from({ length: Math.min(Math.floor((to - from) / step) + 1, 100) }, (_, index) =>
    String(from + index * step),
  );
  return [{ kind: "single", ...asked, choices: choicesFrom(steps, desk, asked.name) }];
};

const fromSeveral = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const original = textIn(element, "name");
  if (asked.required) desk.lose(asked.name, "isRequired", "requiredPart");
  return listIn(element, "items").flatMap((item) => {
    const own = textIn(item, "name");
    const name = desk.give(`${original}_${own}`);
    desk.lay(`${original}.${own}`, { of: name });
    const inner = askedIn(item, name, desk, [asked.when]);
    const label = Object.fromEntries(
      Object.entries(inner.label).map(([language, text]) => [
        language,
        `${asked.label[language] ?? Object.values(asked.label)[0] ?? ""} – ${text}`,
      ]),
    );
    return fromText(
      item,
      { ...inner, label, hint: inner.hint ?? asked.hint, required: inner.required || asked.required },
      desk,
    );
  });
};

const fromBoolean = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const first = desk.languages[0] ?? "de";
  const [yes, no] = first === "de" ? ["Ja", "Nein"] : ["Yes", "No"];
  const value = (key: string, otherwise: string): string => textIn(element, key) || otherwise;
  return [
    {
      kind: "single",
      ...asked,
      choices: [
        {
          value: value("valueTrue", "true"),
          label: desk.words(element["labelTrue"]) ?? { [first]: yes ?? "" },
        },
        {
          value: value("valueFalse", "false"),
          label: desk.words(element["labelFalse"]) ?? { [first]: no ?? "" },
        },
      ],
    },
  ];
};

const noteFrom = (element: Element, asked: Asked, desk: Desk): Question[] => {
  const label = desk.words(element["html"]) ?? desk.words(element["title"]);
  if (textIn(element, "type") === "image" || !label) {
    desk.lose(asked.name, textIn(element, "type"), "media");
    return [];
  }
  return [{ kind: "note", name: asked.name, label, when: asked.when }];
};

/** The questions that one element of a SurveyJS page comes to. */
export const questionsFrom = (element: Element, desk: Desk, conditions: readonly Condition[]): Question[] => {
  const type = textIn(element, "type") || "text";
  const original = textIn(element, "valueName") || textIn(element, "name");
  if (type === "expression") {
    desk.calculate(textIn(element, "name"), textIn(element, "expression"), desk.words(element["title"]));
    return [];
  }
  const name = desk.give(original || type);
  desk.lay(textIn(element, "name"), { of: name });
  if (original) desk.lay(original, { of: name });
  const asked = askedIn(element, name, desk, conditions);
  losses(element, name, desk);
  if (truth(element["visible"]) === false) {
    desk.lose(name, "visible: false", "kind");
    return [];
  }
  if (lists.has(type)) return fromList(element, asked, desk);
  if (type === "text" || type === "comment") return fromText(element, asked, desk);
  if (type === "boolean") return fromBoolean(element, asked, desk);
  if (type === "rating") return fromRating(element, asked, desk);
  if (type === "matrix") return fromMatrix(element, asked, desk);
  if (type === "matrixdropdown") return fromTable(element, asked, desk);
  if (type === "multipletext") return fromSeveral(element, asked, desk);
  if (type === "html" || type === "image") return noteFrom(element, asked, desk);
  desk.lose(name, type, type === "paneldynamic" || type === "matrixdynamic" ? "repeat" : "kind");
  return [];
};
