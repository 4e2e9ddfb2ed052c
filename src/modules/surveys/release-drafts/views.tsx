import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { Report } from "#methods/report.ts";
import { paths } from "#modules/surveys/paths.ts";
import { say } from "#modules/surveys/publishing/messages.ts";
import { type FormProps, ReleaseForm } from "#modules/surveys/publishing/views.tsx";
import type { ReleaseRow } from "#modules/surveys/releases/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { ReportBody } from "#ui/report.tsx";
import { Table } from "#ui/table.tsx";

type DraftProps = FormProps & {
  readonly release: ReleaseRow;
  readonly report?: Report | undefined;
  /** The words of a question and of an answer, from their codes. */
  readonly labelOf: (question: string, value: string) => string;
  readonly publishForm?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: "saved" | undefined;
};

const Attack = ({ ctx, release, labelOf }: Pick<DraftProps, "ctx" | "release" | "labelOf">) => {
  const words = say(ctx);
  const inferences = release.attack?.inferences ?? [];
  if (inferences.length === 0) return <p>{words("attackNone")}</p>;
  return (
    <>
      <p>{words("attackText")}</p>
      <Table
        id="angriff"
        caption={words("attackCaption")}
        rows={inferences.slice(0, 300)}
        columns={[
          { heading: words("question"), cell: ({ question }) => labelOf(question, "") || question },
          {
            heading: words("answer"),
            cell: ({ question, value, column, earlier }) =>
              [labelOf(question, value) || value, column, earlier ? words("earlier") : ""]
                .filter(Boolean)
                .join(", "),
          },
          {
            heading: words("interval"),
            cell: ({ least, most }) =>
              most === null ? words("atLeast", { least }) : words("between", { least, most }),
          },
        ]}
      />
    </>
  );
};

const Publishing = ({ ctx, survey, formKey, release, publishForm }: DraftProps) => {
  const words = say(ctx);
  const leaks = release.attack?.leaks ?? 0;
  if (leaks > 0)
    return (
      <Notice ctx={ctx} kind="warning" heading={words("leaks", { n: leaks })}>
        <p>{words("leaksText")}</p>
      </Notice>
    );
  return (
    <Section id="veroeffentlichen" heading={words("publishHeading")}>
      <p>{words("publishText")}</p>
      <Form
        ctx={ctx}
        id="v"
        action={`${paths.draftRelease(survey.id, release.id)}/veroeffentlichung`}
        submit={words("publish")}
        formKey={`${formKey}v`}
        form={publishForm}
      >
        <Checkbox name="gelesen" value="on" label={words("confirm")} />
      </Form>
    </Section>
  );
};

const Computed = (props: DraftProps) => {
  const { ctx, report } = props;
  const words = say(ctx);
  if (!report) return null;
  return (
    <>
      <Section id="vorschau" heading={words("previewHeading")}>
        <ReportBody ctx={ctx} report={report} pictures={new Map()} />
      </Section>
      <Section id="angreifer" heading={words("attackHeading")}>
        <Attack {...props} />
      </Section>
      <Publishing {...props} />
    </>
  );
};

const Computing = ({ ctx, survey, formKey, release }: DraftProps) => {
  const words = say(ctx);
  const address = paths.draftRelease(survey.id, release.id);
  return (
    <Notice ctx={ctx} heading={words("computing", { percent: release.progress ?? 0 })}>
      <Stack>
        <p>{words("computingText")}</p>
        <Actions>
          <ButtonLink href={address}>{words("refresh")}</ButtonLink>
          <ActionForm action={`${address}/halt`} label={words("stop")} formKey={`${formKey}h`} />
        </Actions>
      </Stack>
    </Notice>
  );
};

/** One draft: what it holds, its protection, its preview, and the button that cannot be taken back. */
export const DraftView = (props: DraftProps) => {
  const { ctx, survey, formKey, release, refusal, notice } = props;
  const words = say(ctx);
  const address = paths.draftRelease(survey.id, release.id);
  return (
    <>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="releases"
        heading={words("draftHeading", { date: dayWithYear(ctx, release.standOn) })}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {release.failed && <Notice ctx={ctx} kind="error" heading={words("failed", { why: release.failed })} />}
      {release.state === "computing" ? (
        <Computing {...props} />
      ) : (
        <Stack wide>
          <ReleaseForm {...props} />
          <p>{words("computeText")}</p>
          <Actions>
            <ActionForm
              action={`${address}/schutz`}
              label={words("compute")}
              kind={release.state === "draft" ? "primary" : "secondary"}
              formKey={`${formKey}s`}
            />
            <ActionForm action={`${address}/ende`} label={words("drop")} formKey={`${formKey}e`} />
          </Actions>
        </Stack>
      )}
      <Computed {...props} />
    </>
  );
};
