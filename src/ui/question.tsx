import type { ComponentChildren } from "preact";
import { otherOf, type Question } from "#methods/questionnaire.ts";
import { fieldOf } from "#methods/questionnaire-form.ts";
import { CheckboxGroup, RadioGroup, Select } from "./choices.tsx";
import { DateField, NumberField, TextArea, TextField } from "./fields.tsx";
import { say } from "./messages.ts";
import { Municipality, Organization } from "./question-names.tsx";
import { Matrix, Ranking, Scale } from "./question-tables.tsx";
import { common, type Drawing, type Of, optionsOf, words } from "./question-words.ts";
import { useScope } from "./scope.ts";

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

const Text = ({ question, drawing }: Of<"text">) => {
  const types = { email: "email", web: "url", phone: "tel", postcode: "text" } as const;
  const props = { ...common(question, drawing), maximum: question.longest ?? 4_000 };
  return question.long ? (
    <TextArea {...props} />
  ) : (
    <TextField {...props} type={question.format && types[question.format]} />
  );
};

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
