import type { ComponentChildren } from "preact";
import { type Asked, holds } from "#methods/expression-value.ts";
import { otherOf, type Question, type Questionnaire, type Words, wordsIn } from "#methods/questionnaire.ts";
import { fieldOf } from "#methods/questionnaire-form.ts";
import { pipe } from "#methods/questionnaire-words.ts";
import { CheckboxGroup, RadioGroup, Select } from "./choices.tsx";
import { Labeled, useField } from "./field.tsx";
import { DateField, NumberField, TextArea, TextField } from "./fields.tsx";
import { say } from "./messages.ts";
import { typed, useScope } from "./scope.ts";

/** What one needs beside a question to draw it. */
export type Drawing = {
  readonly questionnaire: Questionnaire;
  /** The language the respondent chose; it may be one that the house itself does not speak. */
  readonly language: string;
  readonly asked: Asked;
  readonly municipalities: readonly { readonly key: string; readonly name: string }[];
  /** The names of the directory by id, for words that repeat an answer. */
  readonly named: ReadonlyMap<string, string>;
  /** "3", when questions are numbered. */
  readonly number?: string | undefined;
};

type Of<Kind extends Question["kind"]> = {
  readonly question: Extract<Question, { kind: Kind }>;
  readonly drawing: Drawing;
};

/** The id of the list of all organizations, which stands once on a page. */
export const directoryId = "verzeichnis";

const firstOf = ({ questionnaire }: Drawing): string => questionnaire.languages[0] ?? "de";

const words = (drawing: Drawing, text: Words | undefined): string =>
  pipe(wordsIn(text, drawing.language, firstOf(drawing)), drawing.asked.answers, drawing.questionnaire, {
    language: drawing.language,
    named: drawing.named,
  });

const labelOf = (question: Question, drawing: Drawing): string =>
  drawing.number ? `${drawing.number}. ${words(drawing, question.label)}` : words(drawing, question.label);

type Named = Exclude<Question, { kind: "note" | "calculation" }>;

const common = (question: Named, drawing: Drawing, extra?: string) => {
  const hint = [words(drawing, question.hint), extra].filter(Boolean).join(" ");
  return {
    name: fieldOf(question.name),
    label: labelOf(question, drawing),
    optional: !question.required,
    ...(hint ? { hint } : {}),
  };
};

const optionsOf = (
  question: Extract<Question, { choices: unknown }>,
  drawing: Drawing,
): { readonly value: string; readonly label: string }[] => [
  ...question.choices
    .filter(({ when }) => holds(when, drawing.asked))
    .map(({ value, label }) => ({ value, label: words(drawing, label) })),
  ...("other" in question && question.other
    ? [{ value: "other", label: words(drawing, question.other) }]
    : []),
];

const OtherText = ({ question, drawing }: Of<"single" | "multiple">) => {
  const { ctx } = useScope();
  if (!question.other) return null;
  return (
    <TextField
      name={fieldOf(otherOf(question))}
      label={`${words(drawing, question.other)}, ${say(ctx)("otherText")}`}
      maximum={500}
      optional
    />
  );
};

const Single = ({ question, drawing }: Of<"single">) => {
  const props = { ...common(question, drawing), options: optionsOf(question, drawing) };
  return (
    <>
      {question.look === "menu" || props.options.length > 15 ? (
        <Select {...props} />
      ) : (
        <RadioGroup {...props} />
      )}
      <OtherText question={question} drawing={drawing} />
    </>
  );
};

const Multiple = ({ question, drawing }: Of<"multiple">) => {
  const text = say(useScope().ctx);
  const limit = question.most === undefined ? text("tickAny") : text("tickMost", { n: question.most });
  return (
    <>
      <CheckboxGroup {...common(question, drawing, limit)} options={optionsOf(question, drawing)} />
      <OtherText question={question} drawing={drawing} />
    </>
  );
};

// Each line is a group of its own: that can be read aloud and fits a phone, where a table would not.
const Matrix = ({ question, drawing }: Of<"matrix">) => {
  const scope = useScope();
  const options = optionsOf(question, drawing);
  const hint = words(drawing, question.hint);
  return (
    <fieldset class="al-fieldset" id={`${scope.id}-${fieldOf(question.name)}`}>
      <legend>{labelOf(question, drawing)}</legend>
      <p class="al-soft">{hint || say(scope.ctx)("chooseLine")}</p>
      {question.rows
        .filter(({ when }) => holds(when, drawing.asked))
        .map((row) => (
          <RadioGroup
            name={fieldOf(question.name, row.name)}
            label={words(drawing, row.label)}
            options={options}
            optional={!question.required}
            row
          />
        ))}
    </fieldset>
  );
};

const Scale = ({ question, drawing }: Of<"scale">) => {
  const text = say(useScope().ctx);
  const [low, high] = [words(drawing, question.low), words(drawing, question.high)];
  const ends = low && high ? text("scaleEnds", { from: question.from, low, to: question.to, high }) : "";
  const steps = Array.from({ length: Math.min(question.to - question.from + 1, 101) }, (_, n) =>
    String(question.from + n),
  );
  const options = steps.map((value) => ({ value, label: value }));
  const props = { ...common(question, drawing, ends), options };
  return steps.length > 12 ? <Select {...props} /> : <RadioGroup {...props} row />;
};

const Ranking = ({ question, drawing }: Of<"ranking">) => {
  const scope = useScope();
  const text = say(scope.ctx);
  const limit = question.most === undefined ? "" : text("rankMost", { n: question.most });
  const options = optionsOf(question, drawing);
  const places = options
    .slice(0, question.most)
    .map((_, index) => ({ value: String(index + 1), label: `${index + 1}.` }));
  return (
    <fieldset class="al-fieldset" id={`${scope.id}-${fieldOf(question.name)}`}>
      <legend>{labelOf(question, drawing)}</legend>
      <p class="al-soft">
        {[words(drawing, question.hint), text("rankHint"), limit].filter(Boolean).join(" ")}
      </p>
      {options.map(({ value, label }) => (
        <Select name={fieldOf(question.name, value)} label={label} options={places} blank="–" optional />
      ))}
    </fieldset>
  );
};

const Text = ({ question, drawing }: Of<"text">) => {
  const types = { email: "email", web: "url", phone: "tel", postcode: "text" } as const;
  const props = { ...common(question, drawing), maximum: question.longest ?? 4_000 };
  return question.long ? (
    <TextArea {...props} />
  ) : (
    <TextField {...props} type={question.format && types[question.format]} />
  );
};

const Organization = ({ question, drawing }: Of<"organization">) => {
  const scope = useScope();
  const text = say(scope.ctx);
  const name = fieldOf(question.name);
  const { error, ...described } = useField({ name, hint: "x" });
  const given = typed(scope, name, undefined);
  const lines = question.several ? Math.max(3, given.length + 2) : 1;
  const { label, hint } = common(question, drawing, text("organizationHint"));
  return (
    <Labeled id={described.id} label={label} hint={hint} optional={!question.required} error={error}>
      {Array.from({ length: lines }, (_, line) => (
        <input
          {...(line === 0 ? described : { "aria-label": text("organizationNumber", { n: line + 1 }) })}
          name={name}
          type="text"
          list={directoryId}
          autoComplete="off"
          maxLength={300}
          value={given[line]}
        />
      ))}
    </Labeled>
  );
};

const Municipality = ({ question, drawing }: Of<"municipality">) => (
  <Select
    {...common(question, drawing)}
    options={[
      ...drawing.municipalities.map(({ key, name }) => ({ value: key, label: name })),
      { value: "00000000", label: say(useScope().ctx)("elsewhere") },
    ]}
  />
);

/** One question as part of a `Form`, in the language of the respondent; it works without scripts. */
export const QuestionField = ({
  question,
  drawing,
}: {
  readonly question: Question;
  readonly drawing: Drawing;
}): ComponentChildren => {
  switch (question.kind) {
    case "single":
      return <Single question={question} drawing={drawing} />;
    case "multiple":
      return <Multiple question={question} drawing={drawing} />;
    case "matrix":
      return <Matrix question={question} drawing={drawing} />;
    case "scale":
      return <Scale question={question} drawing={drawing} />;
    case "ranking":
      return <Ranking question={question} drawing={drawing} />;
    case "number":
      return (
        <NumberField
          {...common(question, drawing, words(drawing, question.unit))}
          decimal={!question.whole}
        />
      );
    case "text":
      return <Text question={question} drawing={drawing} />;
    case "date":
      return <DateField {...common(question, drawing)} min={question.earliest} max={question.latest} />;
    case "municipality":
      return <Municipality question={question} drawing={drawing} />;
    case "organization":
      return <Organization question={question} drawing={drawing} />;
    case "note":
      return <p>{words(drawing, question.label)}</p>;
    case "calculation":
      return null;
  }
};

/** The names of all organizations, once on a page that asks for one. */
export const DirectoryList = ({ names }: { readonly names: readonly string[] }) => (
  <datalist id={directoryId}>
    {names.map((name) => (
      <option value={name} />
    ))}
  </datalist>
);
