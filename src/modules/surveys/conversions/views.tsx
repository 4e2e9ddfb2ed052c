import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { type Questionnaire, questionsOf, wordsIn } from "#methods/questionnaire.ts";
import type { Conversion, Fault, Lost } from "#methods/questionnaire-conversion.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { SaveRefusal } from "#modules/surveys/questionnaires/commands.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { FileField, HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { faultInWords, lossInWords } from "./vocabulary.ts";

type Base = { readonly ctx: Context; readonly formKey: string; readonly survey: SurveyRow };

type UploadProps = Base & {
  readonly form?: Filled | undefined;
  readonly problems?: readonly Fault[] | undefined;
  readonly refusal?: SaveRefusal | undefined;
};

/** Choose a file; what is wrong with the last one stands above. */
export const UploadView = ({ ctx, formKey, survey, form, problems, refusal }: UploadProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} heading={words("heading")} lead={words("lead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {problems && (
        <Notice ctx={ctx} kind="warning" heading={words("refused")}>
          <ul>
            {problems.map((problem) => (
              <li>{faultInWords(ctx, problem)}</li>
            ))}
          </ul>
          <p>{words("refusedNext")}</p>
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.imports(survey.id)}
        submit={words("try")}
        next={words("tryNext")}
        formKey={formKey}
        form={form}
        files
        cancel={{ href: paths.questions(survey.id), label: words("toQuestions") }}
      >
        <FileField
          name="file"
          label={words("file")}
          accept=".xlsx,.lss,.lsa,.json,.json5"
          kinds={words("kinds")}
          megabytes={10}
          optional
        />
        <TextArea name="text" label={words("text")} rows={4} optional />
      </Form>
    </Stack>
  );
};

const shown = 200;

/** What was not taken over, each with its reason. */
export const LostList = ({ ctx, lost }: { readonly ctx: Context; readonly lost: readonly Lost[] }) => {
  const words = say(ctx);
  if (lost.length === 0) return <p>{words("lostNone")}</p>;
  return (
    <>
      <Table
        id="verloren"
        caption={words("lost")}
        rows={lost.slice(0, shown)}
        columns={[
          { heading: words("where"), cell: ({ where }) => where || words("whole") },
          { heading: words("why"), cell: (one) => lossInWords(ctx, one) },
        ]}
      />
      {lost.length > shown && <p>{words("more", { n: lost.length - shown })}</p>}
    </>
  );
};

const Pages = ({ ctx, content }: { readonly ctx: Context; readonly content: Questionnaire }) => {
  const words = say(ctx);
  const first = content.languages[0] ?? "de";
  return (
    <Table
      id="seiten"
      caption={words("dry")}
      rows={content.pages.map((page, index) => ({ page, n: index + 1 }))}
      columns={[
        {
          heading: words("page"),
          cell: ({ page, n }) => wordsIn(page.title, ctx.language, first) || words("pageNumber", { n }),
        },
        {
          heading: words("asks"),
          cell: ({ page }) => (
            <ul>
              {page.questions
                .filter(({ kind }) => kind !== "calculation")
                .map(({ label, name }) => (
                  <li>{wordsIn(label, ctx.language, first).slice(0, 120) || name}</li>
                ))}
            </ul>
          ),
        },
      ]}
    />
  );
};

type DryProps = Base & {
  readonly revision: number;
  readonly conversion: Extract<Conversion, { ok: true }>;
};

/** What would be taken over, and what not, before anything is changed. */
export const DryRunView = ({ ctx, formKey, survey, revision, conversion }: DryProps) => {
  const words = say(ctx);
  const { questionnaire, lost } = conversion;
  const asked = questionsOf(questionnaire).filter(
    ({ question: { kind } }) => kind !== "note" && kind !== "calculation",
  );
  const lead = words("dryLead", {
    questions: asked.length,
    pages: questionnaire.pages.length,
    languages: questionnaire.languages.map((code) => languageName(ctx, code)).join(", "),
  });
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} heading={words("dry")} lead={lead} />
      <Section id="verlust" heading={words("lost")}>
        <LostList ctx={ctx} lost={lost} />
      </Section>
      <Pages ctx={ctx} content={questionnaire} />
      <p>{words("replaces")}</p>
      <Form
        ctx={ctx}
        action={paths.imports(survey.id)}
        submit={words("take")}
        next={words("takeNext")}
        formKey={formKey}
        cancel={{ href: paths.imports(survey.id), label: words("back") }}
      >
        <HiddenField name="revision" value={String(revision)} />
        <HiddenField name="content" value={JSON.stringify(questionnaire)} />
      </Form>
    </Stack>
  );
};
