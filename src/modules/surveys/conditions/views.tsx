import type { Context } from "#core/context.ts";
import type { Expression } from "#methods/expression.ts";
import { writeXpath } from "#methods/expression-xpath.ts";
import { type Question, type Questionnaire, questionsOf, wordsIn } from "#methods/questionnaire.ts";
import { Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { More } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { conditionOf, mostLines, numbersOf, operators, valueInWords } from "./queries.ts";

const example = writeXpath({
  is: "and",
  of: [
    {
      is: "compare",
      by: ">=",
      left: { is: "answer", of: "alter" },
      right: { is: "value", value: 18 },
    },
    { is: "selected", list: { is: "answer", of: "feld" }, value: { is: "value", value: "sport" } },
  ],
});

const short = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);

/** The questions that stand before one, as they can be chosen; of a table of questions each line. */
const deciding = (content: Questionnaire, before: string | undefined, language: string) => {
  const numbers = numbersOf(content);
  const first = content.languages[0] ?? "de";
  const all = questionsOf(content).map(({ question }) => question);
  const at = all.findIndex(({ name }) => name === before);
  const earlier = (at < 0 ? all : all.slice(0, at)).filter(({ kind }) => kind !== "note");
  const labelOf = (question: Question): string =>
    `${numbers.get(question.name) ?? "="}. ${short(wordsIn(question.label, language, first))}`;
  return earlier.flatMap((question) =>
    question.kind === "matrix"
      ? question.rows.map((row) => ({
          value: `${question.name} ${row.name}`,
          label: `${labelOf(question)}: ${short(wordsIn(row.label, language, first))}`,
        }))
      : [{ value: question.name, label: labelOf(question) }],
  );
};

/** The values of a condition as its fields carry them. */
export const fieldsOfCondition = (
  ctx: Context,
  content: Questionnaire,
  expression: Expression | undefined,
): Readonly<Record<string, string>> => {
  if (!expression) return {};
  const condition = conditionOf(expression);
  if (!condition) return { "when.text": writeXpath(expression) };
  return Object.fromEntries([
    ["when.join", condition.join],
    ...condition.lines.flatMap((line, index) => [
      [`when.${index}.question`, line.question],
      [`when.${index}.by`, line.by],
      [`when.${index}.value`, valueInWords(content, line, ctx.language)],
    ]),
  ]);
};

type ConditionProps = {
  readonly ctx: Context;
  readonly content: Questionnaire;
  /** The question that is shown or not. */
  readonly name: string | undefined;
  readonly expression: Expression | undefined;
};

/** The fields of a condition: up to five lines, or a text for what lines cannot say. */
export const ConditionFields = ({ ctx, content, name, expression }: ConditionProps) => {
  const words = say(ctx);
  const condition = expression && conditionOf(expression);
  const isText = expression !== undefined && condition === undefined;
  const shown = Math.min(mostLines, (condition?.lines.length ?? 0) + 2);
  const choices = deciding(content, name, ctx.language);
  if (choices.length === 0) return null;
  return (
    <Fieldset legend={words("heading")} hint={words("hint")}>
      {Array.from({ length: shown }, (_, index) => (
        <Fieldset legend={words("line", { n: index + 1 })}>
          <Select
            name={`when.${index}.question`}
            label={words("question")}
            options={choices}
            blank={words("none")}
            optional
          />
          <Select
            name={`when.${index}.by`}
            label={words("by")}
            options={options(operators, (by) => words(`by_${by}`))}
            blank={false}
          />
          <TextField
            name={`when.${index}.value`}
            label={words("value")}
            hint={words("valueHint")}
            maximum={200}
            optional
          />
        </Fieldset>
      ))}
      <RadioGroup
        name="when.join"
        label={words("join")}
        options={options(["and", "or"] as const, (join) => words(`join_${join}`))}
        value="and"
        row
      />
      <More summary={words("expert")} open={isText}>
        <p class="al-soft">
          {words("expertText")} <code>{example}</code>
        </p>
        <TextArea
          name="when.text"
          label={words("expertField")}
          hint={words("expertHint")}
          rows={2}
          maximum={2_000}
          optional
        />
      </More>
    </Fieldset>
  );
};
