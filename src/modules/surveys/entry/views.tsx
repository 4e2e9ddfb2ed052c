import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { type Question, questionsOf } from "#methods/questionnaire.ts";
import type { Names } from "#modules/surveys/directory/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { QuestionField } from "#ui/question.tsx";
import { DirectoryList } from "#ui/question-names.tsx";
import type { Drawing } from "#ui/question-words.ts";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { BatchRow } from "./queries.ts";

type Base = { readonly ctx: Context; readonly survey: SurveyRow; readonly formKey: string };

type ListProps = Base & {
  readonly batches: readonly BatchRow[];
  readonly form?: Filled | undefined;
  readonly isDraft?: boolean | undefined;
};

/** The piles of a survey, and the form of a new one. */
export const BatchesView = ({ ctx, survey, formKey, batches, form, isDraft }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <SurveyHead ctx={ctx} survey={survey} part="paper" heading={words("heading")} lead={words("lead")} />
      {isDraft && <Notice ctx={ctx} kind="warning" heading={words("draft")} />}
      {batches.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Table
          id="stapel"
          caption={words("caption")}
          rows={batches}
          columns={[
            {
              heading: words("caption"),
              cell: ({ id, number, label }) => (
                <a href={paths.batch(survey.id, id)}>
                  {[words("batch", { n: number }), label].filter(Boolean).join(": ")}
                </a>
              ),
            },
            { heading: words("sheets"), number: true, cell: ({ sheets }) => sheets },
            {
              heading: words("state"),
              cell: ({ state, closedAt, typed, sheets }) =>
                state === "closed" && closedAt
                  ? words("state_closed", { date: dayWithYear(ctx, closedAt) })
                  : `${words("state_open")} (${typed}/${sheets})`,
            },
          ]}
        />
      )}
      <Section id="neu" heading={words("newHeading")}>
        <Form
          ctx={ctx}
          action={paths.batches(survey.id)}
          submit={words("begin")}
          formKey={formKey}
          form={form}
        >
          <TextField
            name="label"
            label={words("labelLabel")}
            hint={words("labelHint")}
            maximum={200}
            optional
          />
          <NumberField name="sheets" label={words("sheetsLabel")} />
          <Checkbox
            name="typedTwice"
            value="on"
            label={words("twiceLabel")}
            hint={words("twiceHint")}
            optional
          />
        </Form>
      </Section>
    </>
  );
};

type SheetProps = Base & {
  readonly batch: BatchRow;
  readonly sheet: number;
  readonly pass: 1 | 2;
  readonly drawing: Drawing;
  readonly names: Names;
  readonly form: Filled;
  readonly notice?: string | undefined;
};

const isAsked = ({ kind }: Question): boolean => kind !== "note" && kind !== "calculation";

/** One sheet: every question with the number that stands on the paper, whatever was answered before. */
export const SheetView = ({
  ctx,
  survey,
  formKey,
  batch,
  sheet,
  pass,
  drawing,
  names,
  form,
  notice,
}: SheetProps) => {
  const words = say(ctx);
  const questions = questionsOf(drawing.questionnaire)
    .map(({ question }) => question)
    .filter(isAsked);
  return (
    <>
      <Title
        kind={[survey.title, pass === 2 ? words("secondPass") : ""].filter(Boolean).join(" · ")}
        heading={words("sheetHeading", { n: sheet, all: batch.sheets })}
        lead={words("sheetLead")}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      <Form
        ctx={ctx}
        action={`${paths.sheet(survey.id, batch.id, sheet)}?durchgang=${pass}`}
        submit={words("keep")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.batch(survey.id, batch.id), label: words("back") }}
      >
        {questions.map((question, index) => (
          <QuestionField question={question} drawing={{ ...drawing, number: String(index + 1) }} />
        ))}
        {survey.access !== "open" && pass === 1 && (
          <TextField name="code" label={words("codeLabel")} hint={words("codeHint")} maximum={40} optional />
        )}
      </Form>
      {names.organizations.length > 0 && <DirectoryList names={names.organizations} />}
    </>
  );
};
