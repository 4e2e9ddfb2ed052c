import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { OpinionRound, Process, Statement } from "#modules/participation/schema.ts";
import { moderationReasonName, moderationReasons } from "#modules/participation/vocabulary.ts";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string; readonly form: Filled };

/** The rounds of a process, and a new one. */
export const RoundsView = ({
  ctx,
  formKey,
  form,
  process,
  rounds,
}: Base & { readonly process: Process; readonly rounds: readonly OpinionRound[] }) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")} />
      {rounds.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={rounds.map((round) => ({
            title: round.title,
            href: paths.officeRound(round.id),
            kind: words(`state_${round.state}`),
            text: words("counts", { people: round.participantCount, statements: round.statementCount }),
          }))}
        />
      )}
      <Section id="neu" heading={words("add")}>
        <Form
          ctx={ctx}
          action={paths.officeRounds(process.id)}
          formKey={formKey}
          form={form}
          submit={words("addSend")}
          narrow
        >
          <TextField name="title" label={words("title")} maximum={200} />
          <TextArea name="question" label={words("question")} rows={2} maximum={1_000} />
          <TextArea name="words" label={words("words")} rows={3} maximum={4_000} optional />
          <Checkbox name="takesStatements" label={words("takesStatements")} />
        </Form>
      </Section>
    </>
  );
};

export type Refusal = "notDraft" | "noStatements" | "notOpen" | "closed" | "tooMany" | "same";

type RoundProps = Base & {
  readonly round: OpinionRound;
  readonly statements: readonly Statement[];
  readonly refused?: Refusal | undefined;
};

const Write = ({ ctx, formKey, form, round }: RoundProps) => {
  const words = say(ctx);
  return (
    <Section id="schreiben" heading={words("write")}>
      <Form
        ctx={ctx}
        action={paths.officeStatements(round.id)}
        formKey={formKey}
        form={form}
        submit={words("writeSend")}
      >
        <TextArea name="texts" label={words("write")} hint={words("writeHint")} rows={8} maximum={20_000} />
        <Select
          name="source"
          label={words("source")}
          options={options(["office", "survey", "workshop"] as const, (code) => words(`source_${code}`))}
          blank={false}
        />
        <TextField
          name="sourceWords"
          label={words("sourceWords")}
          hint={words("sourceWordsHint")}
          maximum={300}
          optional
        />
      </Form>
    </Section>
  );
};

const Waiting = ({ ctx, formKey, round, statements }: RoundProps) => {
  const words = say(ctx);
  const waiting = statements.filter(({ state }) => state === "waiting");
  return (
    <Section id="lesen" heading={words("waiting")}>
      {waiting.length === 0 ? (
        <p>{words("waitingNone")}</p>
      ) : (
        <ItemList
          items={waiting.map(({ id, text }) => ({
            title: text,
            text: (
              <ActionLink href={paths.officeStatement(round.id, id)} label={words("read")} object={text} />
            ),
            end: (
              <ActionForm
                action={`${paths.officeStatement(round.id, id)}/aufnahme`}
                formKey={formKey}
                label={words("accept")}
                object={text}
                kind="secondary"
              />
            ),
          }))}
        />
      )}
    </Section>
  );
};

const Listed = ({
  ctx,
  round,
  statements,
  state,
}: RoundProps & { readonly state: "accepted" | "declined" }) => {
  const words = say(ctx);
  const listed = statements.filter((one) => one.state === state);
  if (listed.length === 0) return null;
  return (
    <More summary={`${words(state)} (${listed.length})`} open={state === "accepted"}>
      <ItemList
        items={listed.map(({ id, text, agreed, disagreed, passed, sourceWords }) => ({
          title: text,
          href: paths.officeStatement(round.id, id),
          kind: sourceWords || undefined,
          text: words("votes", { agreed, disagreed, passed }),
        }))}
      />
    </More>
  );
};

/** A round in the hand of the office. */
export const RoundView = (props: RoundProps) => {
  const { ctx, formKey, round, refused } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={words(`state_${round.state}`)} heading={round.title} lead={round.question} />
      {refused && (
        <Notice ctx={ctx} kind="warning">
          {words(`refused_${refused}`)}
        </Notice>
      )}
      <p>{words("counts", { people: round.participantCount, statements: round.statementCount })}</p>
      {round.state !== "draft" && (
        <Actions>
          <a href={paths.round(round.slug)}>{words("public")}</a>
          <a href={paths.map(round.slug)}>{words("map")}</a>
          {round.state === "open" && <a href={paths.paperVotes(round.id)}>{words("paper")}</a>}
        </Actions>
      )}
      {round.state === "draft" && <p>{words("openHint")}</p>}
      <ActionForm
        action={paths.roundState(round.id)}
        formKey={formKey}
        label={words(round.state === "open" ? "close" : "open")}
        values={{ to: round.state === "open" ? "closed" : "open" }}
      />
      <Waiting {...props} />
      {round.state !== "closed" && <Write {...props} />}
      <Listed {...props} state="accepted" />
      <Listed {...props} state="declined" />
    </>
  );
};

type StatementProps = Base & {
  readonly round: OpinionRound;
  readonly statement: Statement;
  readonly refused?: Refusal | undefined;
};

/** One statement: taken or not, and in other languages. */
export const StatementView = ({ ctx, formKey, form, round, statement, refused }: StatementProps) => {
  const words = say(ctx);
  const here = paths.officeStatement(round.id, statement.id);
  const reasons = moderationReasons.filter((reason) => reason !== "restored");
  return (
    <>
      <Title kind={words("statement", { n: statement.number })} heading={statement.text} />
      {refused && (
        <Notice ctx={ctx} kind="warning">
          {words(`refused_${refused}`)}
        </Notice>
      )}
      {statement.state === "declined" ? (
        <ActionForm action={`${here}/aufnahme`} formKey={formKey} label={words("accept")} />
      ) : (
        <Section id="ablehnen" heading={words("decline")}>
          <Form
            ctx={ctx}
            action={`${here}/ablehnung`}
            formKey={formKey}
            form={form}
            submit={words("declineSend")}
            quiet
          >
            <RadioGroup
              name="reason"
              label={words("reason")}
              options={options(reasons, (reason) => moderationReasonName(ctx, reason))}
            />
            <TextField
              name="words"
              label={words("reasonWords")}
              hint={words("reasonWordsHint")}
              maximum={1_000}
            />
          </Form>
        </Section>
      )}
      <Section id="sprachen" heading={words("translate")}>
        <Form
          ctx={ctx}
          action={here}
          formKey={formKey}
          form={filledWith((statement.translations ?? {}) as Readonly<Record<string, unknown>>)}
          submit={words("translateSend")}
          id="sprachen-felder"
          quiet
        >
          <TextField name="hsb" label={words("hsb")} maximum={200} optional />
          <TextField name="en" label={words("en")} maximum={200} optional />
          <TextField name="de-x-easy" label={words("easy")} maximum={200} optional />
        </Form>
      </Section>
    </>
  );
};
