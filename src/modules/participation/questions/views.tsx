import type { Context } from "#core/context.ts";
import { dayWithYear, isLate, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { plusDays } from "#core/local-time.ts";
import type { AnswerFigures, AnswerRow } from "#modules/participation/answering/queries.ts";
import { AnswerList, AnswerState, AnswerWords } from "#modules/participation/answering/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { ProposalRow } from "#modules/participation/proposals/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choices.tsx";
import { Facts } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import type { QuestionRefusal } from "./commands.ts";
import { say } from "./messages.ts";

type TownProps = {
  readonly ctx: Context;
  readonly figures: AnswerFigures;
  readonly owed: readonly AnswerRow[];
  readonly answered: readonly AnswerRow[];
};

const Answers = ({
  ctx,
  rows,
  none,
}: {
  readonly ctx: Context;
  readonly rows: readonly AnswerRow[];
  readonly none: string;
}) => (rows.length > 0 ? <AnswerList ctx={ctx} rows={rows} /> : <p class="al-soft">{none}</p>);

/** What the town has to answer: late first, then open, then what was answered. */
export const TownView = ({ ctx, figures, owed, answered }: TownProps) => {
  const words = say(ctx);
  const late = owed.filter((row) => isLate(ctx, row.dueOn));
  const open = owed.filter((row) => !isLate(ctx, row.dueOn));
  return (
    <>
      <Title heading={words("townHeading")} lead={words("townLead")} />
      <Facts
        facts={[
          { value: figures.overdue, sentence: words("figureOverdue", { n: figures.overdue }) },
          { value: figures.open, sentence: words("figureOpen", { n: figures.open }) },
          { value: figures.inTime, sentence: words("share", { n: figures.answered }) },
        ]}
      />
      <Section id="spaet" heading={words("overdueHeading")}>
        <Answers ctx={ctx} rows={late} none={words("overdueNone")} />
      </Section>
      <Section id="offen" heading={words("openHeading")}>
        <Answers ctx={ctx} rows={open} none={words("openNone")} />
      </Section>
      <Section id="beantwortet" heading={words("answeredHeading")}>
        <Answers ctx={ctx} rows={answered} none={words("answeredNone")} />
      </Section>
    </>
  );
};

type QuestionsProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly questions: readonly AnswerRow[];
  readonly proposals: readonly ProposalRow[];
  readonly mayAsk: boolean;
  /** The number of the proposal one comes from. */
  readonly about?: string | undefined;
  readonly notice?: "asked" | "withdrawn" | undefined;
  readonly form?: Filled | undefined;
  readonly refusal?: QuestionRefusal | "answered" | undefined;
};

const AskForm = ({ ctx, formKey, process, proposals, about, form }: QuestionsProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      formKey={formKey}
      action={paths.questions(process.slug)}
      submit={words("ask")}
      form={form}
      next={words("askNext")}
    >
      <TextArea
        name="question"
        label={words("question")}
        hint={words("questionHint")}
        rows={4}
        maximum={2_000}
      />
      {proposals.length > 0 && (
        <Select
          name="vorschlag"
          label={words("about")}
          blank={words("aboutWhole")}
          value={about}
          options={proposals.map(({ number, title }) => ({
            value: String(number),
            label: `${number} · ${title}`,
          }))}
          optional
        />
      )}
      <Checkbox name="named" label={words("named")} />
    </Form>
  );
};

const Asking = (props: QuestionsProps) => {
  const { ctx, process, mayAsk } = props;
  const words = say(ctx);
  if (process.state !== "published") return <p class="al-soft">{words("refused_notOpen")}</p>;
  if (mayAsk) return <AskForm {...props} />;
  if (ctx.actor.kind === "person") return <p class="al-soft">{words("refused_notAllowed")}</p>;
  return (
    <ButtonLink
      href={`/anmelden?weiter=${encodeURIComponent(paths.questions(process.slug))}`}
      kind="secondary"
    >
      {words("signIn")}
    </ButtonLink>
  );
};

const Question = ({ ctx, row, formKey }: { ctx: Context; row: AnswerRow; formKey: string }) => {
  const words = say(ctx);
  const day = dayWithYear(ctx, row.madeAt);
  return (
    <li id={`frage-${row.id}`}>
      <article class="al-stack">
        <p class="al-soft al-small">
          {row.authorWords ? words("askedBy", { name: row.authorWords, day }) : words("askedOn", { day })}
          {row.number !== null && (
            <>
              {" · "}
              <a href={paths.proposal(row.processSlug, row.number)}>
                {words("aboutProposal", { number: row.number, title: row.title ?? "" })}
              </a>
            </>
          )}
        </p>
        <h3>{row.questionWords}</h3>
        <AnswerState ctx={ctx} row={row} />
        <AnswerWords ctx={ctx} row={row} />
        {row.own && !row.verdict && (
          <ActionForm
            action={paths.withdrawQuestion(row.processSlug, row.id)}
            label={words("withdraw")}
            object={row.questionWords}
            formKey={formKey}
          />
        )}
      </article>
    </li>
  );
};

/** The questions of a process with their answers, and the form to ask. */
export const QuestionsView = (props: QuestionsProps) => {
  const { ctx, process, questions, notice, refusal, formKey } = props;
  const words = say(ctx);
  const until = plusDays(isoDay(ctx.now), process.answerDays);
  return (
    <>
      <Title
        kind={process.title}
        heading={words("questionsHeading")}
        lead={words("questionsLead", { n: process.answerDays })}
      />
      {notice === "asked" && (
        <Notice ctx={ctx} kind="success" heading={words("asked")}>
          {words("askedText", { day: dayWithYear(ctx, until) })}
        </Notice>
      )}
      {notice === "withdrawn" && <Notice ctx={ctx} kind="success" heading={words("withdrawn")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Section id="fragen" heading={words("questionsListHeading")} space="none">
        {questions.length === 0 ? (
          <Empty heading={words("none")}>{words("noneText")}</Empty>
        ) : (
          <ul class="al-plain al-stack al-stack--wide">
            {questions.map((row) => (
              <Question ctx={ctx} row={row} formKey={formKey} />
            ))}
          </ul>
        )}
      </Section>
      <Section id="stellen" heading={words("askHeading")}>
        <Asking {...props} />
      </Section>
    </>
  );
};
