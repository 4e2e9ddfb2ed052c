import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { say } from "#modules/surveys/entry/messages.ts";
import type { BatchRow, Comparison, Difference } from "#modules/surveys/entry/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { wayName } from "#modules/surveys/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choices.tsx";
import { NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

type Base = { readonly ctx: Context; readonly survey: SurveyRow; readonly formKey: string };

type BatchProps = Base & {
  readonly batch: BatchRow;
  readonly next: number | undefined;
  readonly nextSecond: number | undefined;
  readonly comparisons: readonly Comparison[];
  readonly differences: readonly Difference[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** "3. Wie viele …": a question by its name. */
  readonly labelOf: (name: string) => string;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const lines = [1, 2, 3, 4, 5] as const;

const Totals = ({ ctx, survey, formKey, batch, choices }: BatchProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      id="t"
      action={`${paths.batch(survey.id, batch.id)}/summen`}
      submit={words("saveTotals")}
      formKey={`${formKey}t`}
      quiet
    >
      <p>{words("totalsText")}</p>
      <NumberField name="sheets" label={words("sheetsLabel")} value={String(batch.sheets)} />
      {lines.map((line) => {
        const total = batch.totals[line - 1];
        return (
          <>
            <Select
              name={`was${line}`}
              label={words("totalAnswer", { n: line })}
              options={choices}
              value={total ? `${total.question}|${total.value}` : undefined}
              optional
            />
            <NumberField
              name={`zahl${line}`}
              label={words("totalCount")}
              value={total ? String(total.count) : undefined}
              optional
            />
          </>
        );
      })}
    </Form>
  );
};

const Compared = ({ ctx, comparisons, choices }: BatchProps) => {
  const words = say(ctx);
  if (comparisons.length === 0) return null;
  const labels = new Map(choices.map(({ value, label }) => [value, label]));
  return (
    <Table
      id="vergleich"
      caption={words("comparison")}
      rows={comparisons}
      columns={[
        {
          heading: words("answer"),
          cell: ({ question, value }) => labels.get(`${question}|${value}`) ?? value,
        },
        { heading: words("counted"), number: true, cell: ({ count }) => count },
        { heading: words("typed"), number: true, cell: ({ typed }) => typed },
        {
          heading: words("state"),
          cell: ({ count, typed }) =>
            count === typed ? words("right") : words("wrong", { n: Math.abs(count - typed) }),
        },
      ]}
    />
  );
};

const Differing = ({ ctx, survey, batch, differences, labelOf }: BatchProps) => {
  const words = say(ctx);
  if (differences.length === 0) return null;
  return (
    <Section id="verschieden" heading={words("differencesHeading")}>
      <Table
        id="unterschiede"
        caption={words("differencesCaption")}
        rows={differences}
        columns={[
          { heading: words("sheet"), cell: ({ sheet }) => words("sheetN", { n: sheet }) },
          { heading: words("questions"), cell: ({ questions }) => questions.map(labelOf).join("; ") },
          {
            heading: words("state"),
            cell: ({ sheet }) => (
              <>
                <a href={paths.sheet(survey.id, batch.id, sheet)}>{words("openFirst")}</a>{" "}
                <a href={`${paths.sheet(survey.id, batch.id, sheet)}?durchgang=2`}>{words("openSecond")}</a>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
};

const Closing = ({ ctx, survey, formKey, batch, comparisons }: BatchProps) => {
  const words = say(ctx);
  const differs = comparisons.some(({ count, typed }) => count !== typed);
  return (
    <Section id="schliessen" heading={words("closeHeading")}>
      <Form
        ctx={ctx}
        id="c"
        action={`${paths.batch(survey.id, batch.id)}/abschluss`}
        submit={words("close")}
        formKey={`${formKey}c`}
        next={words("closeText")}
      >
        <Select
          name="how"
          label={words("howLabel")}
          options={(["paper", "phone"] as const).map((value) => ({ value, label: wayName(ctx, value) }))}
          value="paper"
          blank={false}
        />
        {differs && <Checkbox name="confirmed" value="on" label={words("confirmLabel")} optional />}
      </Form>
    </Section>
  );
};

/** One pile: how far it is, whether the totals come out, and its end. */
export const BatchView = (props: BatchProps) => {
  const { ctx, survey, batch, next, nextSecond, refusal, notice } = props;
  const words = say(ctx);
  const isOpen = batch.state === "open";
  const address = (sheet: number) => paths.sheet(survey.id, batch.id, sheet);
  return (
    <>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="paper"
        heading={[words("batch", { n: batch.number }), batch.label].filter(Boolean).join(": ")}
        lead={batch.closedAt ? words("state_closed", { date: dayWithYear(ctx, batch.closedAt) }) : undefined}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {isOpen && (
        <Stack wide>
          <Actions>
            {next && <ButtonLink href={address(next)}>{words("go", { n: next })}</ButtonLink>}
            {!next && nextSecond && (
              <ButtonLink href={`${address(nextSecond)}?durchgang=2`}>
                {words("goSecond", { n: nextSecond })}
              </ButtonLink>
            )}
            {!next && !nextSecond && <p>{words("allTyped")}</p>}
          </Actions>
          <Compared {...props} />
        </Stack>
      )}
      {isOpen && <Differing {...props} />}
      {isOpen && (
        <Section id="summen" heading={words("totalsHeading")}>
          <Totals {...props} />
        </Section>
      )}
      {isOpen && !next && <Closing {...props} />}
    </>
  );
};
