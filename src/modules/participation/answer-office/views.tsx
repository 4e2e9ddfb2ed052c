import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { AnswerFigures, AnswerRow } from "#modules/participation/answering/queries.ts";
import { AnswerState, AnswerWords, placeOf, subjectOf } from "#modules/participation/answering/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { ProposalRow } from "#modules/participation/proposals/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { verdictName, verdicts } from "#modules/participation/vocabulary.ts";
import { options, RadioGroup } from "#ui/choices.tsx";
import { Facts } from "#ui/facts.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type ListProps = {
  readonly ctx: Context;
  readonly process: Process;
  readonly figures: AnswerFigures;
  readonly owed: readonly AnswerRow[];
  readonly answered: readonly AnswerRow[];
};

const kindOf = (ctx: Context, row: AnswerRow): string =>
  say(ctx)(row.questionWords === "" ? "kindProposal" : "kindQuestion");

const subject = (ctx: Context, row: AnswerRow) => ({
  heading: say(ctx)("subject"),
  cell: (one: AnswerRow) => (
    <a href={paths.officeAnswer(row.processId, one.id)}>
      {subjectOf(ctx, one)} <small>{kindOf(ctx, one)}</small>
    </a>
  ),
});

const AnswerTable = ({
  ctx,
  id,
  caption,
  rows,
}: {
  readonly ctx: Context;
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly AnswerRow[];
}) => {
  const words = say(ctx);
  const [first] = rows;
  if (!first) return null;
  return (
    <Table
      id={id}
      caption={caption}
      rows={rows}
      columns={[
        subject(ctx, first),
        {
          heading: words("when"),
          cell: (one) => dayWithYear(ctx, one.answeredAt ?? one.dueOn),
        },
        {
          heading: words("how"),
          cell: (one) => (
            <>
              <AnswerState ctx={ctx} row={one} />
              {one.verdict && <p class="al-small">{words(one.inTime ? "inTime" : "tooLate")}</p>}
            </>
          ),
        },
      ]}
    />
  );
};

/** What a process owes answers to, and what was answered. */
export const AnswersView = ({ ctx, process, figures, owed, answered }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("officeHeading")} lead={words("officeLead")}>
        <p>
          <a href={paths.answers}>{words("townList")}</a>
        </p>
      </Title>
      <Facts
        facts={[
          { value: figures.overdue, sentence: words("figureOverdue", { n: figures.overdue }) },
          { value: figures.open, sentence: words("figureOpen", { n: figures.open }) },
          { value: figures.inTime, sentence: words("share", { n: figures.answered }) },
        ]}
      />
      {owed.length === 0 ? (
        <Empty heading={words("allAnswered")}>{words("allAnsweredText")}</Empty>
      ) : (
        <AnswerTable ctx={ctx} id="offen" caption={words("officeCaption")} rows={owed} />
      )}
      {answered.length > 0 && (
        <AnswerTable ctx={ctx} id="beantwortet" caption={words("officeAnswered")} rows={answered} />
      )}
    </>
  );
};

type OneProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly row: AnswerRow;
  readonly proposal?: ProposalRow | undefined;
  readonly form: Filled;
  readonly refusal?: "gone" | "same" | undefined;
  readonly published: boolean;
};

const AnswerForm = ({ ctx, formKey, process, row, form }: OneProps) => {
  const words = say(ctx);
  const question = row.questionWords !== "";
  return (
    <Form
      ctx={ctx}
      formKey={formKey}
      action={paths.officeAnswer(process.id, row.id)}
      submit={words(row.verdict ? "publishCorrection" : "publish")}
      form={form}
      next={`${words(question ? "nextQuestion" : "next")}${row.verdict ? ` ${words("correctNext")}` : ""}`}
    >
      {!question && (
        <RadioGroup
          name="verdict"
          label={words("verdict")}
          options={options(
            verdicts.filter((code) => code !== "answered"),
            (code) => verdictName(ctx, code),
          )}
          row
        />
      )}
      <TextArea
        name="words"
        label={words(question ? "questionAnswer" : "words")}
        hint={words(question ? "questionAnswerHint" : "wordsHint")}
        rows={8}
        maximum={6_000}
      />
      <TextField name="answererWords" label={words("answerer")} hint={words("answererHint")} maximum={200} />
    </Form>
  );
};

/** One answer: what it is about, what was said, and the form. */
export const AnswerView = (props: OneProps) => {
  const { ctx, process, row, proposal, refusal, published } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={kindOf(ctx, row)} heading={subjectOf(ctx, row)}>
        <p>
          <a href={paths.officeAnswers(process.id)}>{words("allAnswers")}</a>
        </p>
      </Title>
      {published && <Notice ctx={ctx} kind="success" heading={words("published")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <AnswerState ctx={ctx} row={row} />
      {proposal && (
        <div class="al-stack">
          <p>{proposal.words.slice(0, 1_200)}</p>
          <p>
            <a href={placeOf(row)}>{words("showProposal")}</a>
          </p>
        </div>
      )}
      {row.verdict && <AnswerWords ctx={ctx} row={row} />}
      {row.state !== "withdrawn" && (
        <Section id="antwort" heading={words(row.verdict ? "correctHeading" : "writeHeading")}>
          <AnswerForm {...props} />
        </Section>
      )}
    </>
  );
};
