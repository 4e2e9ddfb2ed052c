import type { Filled } from "#core/input.ts";
import type { Question, Questionnaire } from "#methods/questionnaire.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { ConditionFields } from "#modules/surveys/conditions/views.tsx";
import { say as editorSay } from "#modules/surveys/editing/messages.ts";
import { type Base, type Refusal, Told } from "#modules/surveys/editing/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { Checkbox, options, Select } from "#ui/choices.tsx";
import { DateField, HiddenField, NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";

type OneProps = Pick<Base, "ctx"> & { readonly question: Question; readonly content: Questionnaire };

type EachProps = Pick<OneProps, "ctx" | "content"> & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows?: number | undefined;
  readonly optional?: boolean | undefined;
};

/** A text in each language of the questionnaire, side by side; the first language comes first. */
export const EachLanguage = ({ ctx, content, name, label, hint, rows, optional }: EachProps) => (
  <>
    {content.languages.map((language, index) => {
      const field = {
        name: `${name}.${language}`,
        label:
          content.languages.length > 1
            ? say(ctx)("in", { field: label, language: languageName(ctx, language) })
            : label,
        hint: index === 0 ? hint : undefined,
        optional: optional || index > 0,
        maximum: 5_000,
      };
      return rows ? <TextArea {...field} rows={rows} /> : <TextField {...field} />;
    })}
  </>
);

const Lists = ({ ctx, question, content }: OneProps) => {
  const words = say(ctx);
  return (
    <>
      {question.kind === "matrix" && (
        <EachLanguage ctx={ctx} content={content} name="rows" label={words("rows")} rows={5} />
      )}
      {"choices" in question && (
        <EachLanguage
          ctx={ctx}
          content={content}
          name="choices"
          label={words("choices")}
          hint={words("choicesHint")}
          rows={7}
        />
      )}
      {(question.kind === "single" || question.kind === "multiple") && (
        <EachLanguage
          ctx={ctx}
          content={content}
          name="other"
          label={words("other")}
          hint={words("otherHint")}
          optional
        />
      )}
    </>
  );
};

const Scale = ({ ctx, content }: Pick<OneProps, "ctx" | "content">) => {
  const words = say(ctx);
  return (
    <>
      <NumberField name="from" label={words("from")} />
      <NumberField name="to" label={words("to")} />
      <EachLanguage ctx={ctx} content={content} name="low" label={words("low")} optional />
      <EachLanguage ctx={ctx} content={content} name="high" label={words("high")} optional />
    </>
  );
};

const TextKind = ({ ctx }: Pick<OneProps, "ctx">) => {
  const words = say(ctx);
  return (
    <>
      <Checkbox name="long" label={words("long")} />
      <Select
        name="format"
        label={words("format")}
        options={options(["email", "web", "phone", "postcode"] as const, (format) =>
          words(`format_${format}`),
        )}
        blank={words("format_any")}
        optional
      />
      <NumberField name="longest" label={words("longest")} optional />
    </>
  );
};

const Limits = ({ ctx, question, content }: OneProps) => {
  const words = say(ctx);
  const least = <NumberField name="least" label={words("least")} decimal optional />;
  const most = <NumberField name="most" label={words("most")} decimal optional />;
  const shuffled = <Checkbox name="shuffled" label={words("shuffled")} />;
  switch (question.kind) {
    case "single":
      return (
        <>
          <Checkbox name="menu" label={words("menu")} />
          {shuffled}
        </>
      );
    case "multiple":
      return (
        <>
          {least}
          {most}
          {shuffled}
        </>
      );
    case "ranking":
      return most;
    case "number":
      return (
        <>
          {least}
          {most}
          <Checkbox name="whole" label={words("whole")} />
          <EachLanguage ctx={ctx} content={content} name="unit" label={words("unit")} optional />
        </>
      );
    case "text":
      return <TextKind ctx={ctx} />;
    case "date":
      return (
        <>
          <DateField name="earliest" label={words("earliest")} optional />
          <DateField name="latest" label={words("latest")} optional />
        </>
      );
    case "organization":
      return <Checkbox name="several" label={words("several")} />;
    default:
      return null;
  }
};

type QuestionProps = Base & {
  readonly question: Question;
  readonly form: Filled;
  readonly refusal?: Refusal | undefined;
};

/** The form of one question, by its kind. */
export const QuestionView = ({ ctx, formKey, survey, current, question, form, refusal }: QuestionProps) => {
  const words = say(ctx);
  const { content } = current;
  const asks = question.kind !== "note" && question.kind !== "calculation";
  const one = { ctx, question, content };
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="questions"
        heading={words("heading")}
        lead={editorSay(ctx)(`kind_${question.kind}`)}
      />
      <Told ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={paths.question(survey.id, question.name)}
        submit={words("save")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.questions(survey.id), label: editorSay(ctx)("back") }}
      >
        <HiddenField name="revision" value={String(current.revision)} />
        <EachLanguage {...one} name="label" label={words(asks ? "label" : "labelNote")} rows={asks ? 2 : 5} />
        {asks && (
          <EachLanguage {...one} name="hint" label={words("hint")} hint={words("hintHint")} optional />
        )}
        <Lists {...one} />
        {question.kind === "scale" && <Scale ctx={ctx} content={content} />}
        {question.kind === "calculation" && (
          <TextArea name="value" label={words("value")} hint={words("valueHint")} rows={2} maximum={2_000} />
        )}
        {asks && <Checkbox name="required" label={words("required")} />}
        {question.kind !== "calculation" && (
          <ConditionFields ctx={ctx} content={content} name={question.name} expression={question.when} />
        )}
        <More summary={words("more")}>
          <Limits {...one} />
          <TextField name="name" label={words("name")} hint={words("nameHint")} maximum={60} />
        </More>
      </Form>
    </Stack>
  );
};
