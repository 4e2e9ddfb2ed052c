import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { ReleaseRow } from "#modules/surveys/releases/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { CheckboxGroup, Select } from "#ui/choices.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { Choice } from "./queries.ts";

export type Base = { readonly ctx: Context; readonly survey: SurveyRow; readonly formKey: string };

export type FormProps = Base & {
  readonly choices: readonly Choice[];
  readonly release?: ReleaseRow | undefined;
  readonly form?: Filled | undefined;
};

/** What is published, as of which day, and in which words. */
export const ReleaseForm = ({ ctx, survey, formKey, choices, release, form }: FormProps) => {
  const words = say(ctx);
  const crosses = choices.filter((choice) => choice.crosses);
  const [crossing] = release?.crossings ?? [];
  return (
    <Form
      ctx={ctx}
      action={release ? paths.draftRelease(survey.id, release.id) : paths.releases(survey.id)}
      submit={words(release ? "save" : "add")}
      formKey={formKey}
      form={form}
      quiet={release !== undefined}
    >
      <DateField
        name="standOn"
        label={words("standLabel")}
        hint={words("standHint")}
        max={isoDay(ctx.now)}
        value={release?.standOn ?? isoDay(ctx.now)}
      />
      <CheckboxGroup
        name="questions"
        label={words("questionsLabel")}
        hint={words("questionsHint")}
        options={choices}
        value={release?.questions ?? choices.map(({ value }) => value)}
      />
      {crosses.length > 1 && (
        <>
          <Select
            name="crossRow"
            label={words("rowLabel")}
            hint={words("crossHint")}
            options={crosses}
            blank={words("noCross")}
            value={crossing?.row}
            optional
          />
          <Select
            name="crossColumn"
            label={words("columnLabel")}
            options={crosses}
            blank={words("noCross")}
            value={crossing?.column}
            optional
          />
        </>
      )}
      <TextField name="title" label={words("titleLabel")} maximum={300} optional value={release?.title} />
      <TextArea
        name="words"
        label={words("wordsLabel")}
        hint={words("wordsHint")}
        maximum={20_000}
        optional
        value={release?.words}
      />
      <TextField name="author" label={words("authorLabel")} maximum={300} optional value={release?.author} />
    </Form>
  );
};

type ListProps = FormProps & {
  readonly releases: readonly ReleaseRow[];
  readonly notice?: "dropped" | undefined;
};

/** All releases of a survey, and the way to a new one. */
export const ReleasesView = (props: ListProps) => {
  const { ctx, survey, releases, notice } = props;
  const words = say(ctx);
  return (
    <>
      <SurveyHead ctx={ctx} survey={survey} part="releases" heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {releases.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Table
          id="liste"
          caption={words("caption")}
          rows={releases}
          columns={[
            {
              heading: words("release"),
              cell: ({ id, number }) => (
                <a href={number ? paths.release(survey.slug, number) : paths.draftRelease(survey.id, id)}>
                  {number ? words("number", { n: number }) : words("state_draft")}
                </a>
              ),
            },
            { heading: words("stand"), cell: ({ standOn }) => dayWithYear(ctx, standOn) },
            {
              heading: words("answered"),
              number: true,
              cell: ({ state, answered }) => (state === "draft" ? "–" : answered),
            },
            { heading: words("state"), cell: ({ state }) => words(`state_${state}`) },
          ]}
        />
      )}
      <Section id="neu" heading={words("new")}>
        <ReleaseForm {...props} />
      </Section>
    </>
  );
};
