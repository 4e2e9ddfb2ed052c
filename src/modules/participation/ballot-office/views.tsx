import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { blank, type Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import { ruleOf } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import type { RollCount } from "#modules/participation/roll/queries.ts";
import type { Ballot, BallotOption } from "#modules/participation/schema.ts";
import { ballotStateName, ruleName } from "#modules/participation/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Facts, Steps } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { stageOf, stages } from "./queries.ts";

/** Every ballot with its state. */
export const RegisterView = ({ ctx, ballots }: { ctx: Context; ballots: readonly Ballot[] }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={common(ctx)("ballots")} lead={words("lead")}>
        <Actions>
          <ButtonLink href={paths.addBallot}>{words("add")}</ButtonLink>
        </Actions>
      </Title>
      {ballots.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Table
          id="abstimmungen"
          caption={words("caption")}
          rows={ballots}
          columns={[
            {
              heading: words("title"),
              cell: ({ id, title }) => <a href={paths.officeBallot(id)}>{title}</a>,
            },
            { heading: words("kind"), cell: (ballot) => ruleName(ctx, ruleOf(ballot).kind) },
            { heading: words("state"), cell: ({ state }) => ballotStateName(ctx, state) },
            { heading: words("until"), cell: ({ closesAt }) => dayAndTime(ctx, closesAt) },
          ]}
        />
      )}
    </>
  );
};

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly ballot: Ballot;
  readonly options: readonly BallotOption[];
  readonly counts: RollCount;
  readonly notice: string | undefined;
  readonly refusal: string | undefined;
  readonly form: Filled | undefined;
};

const tasksOf = ({ ctx, ballot, options, counts }: Props): readonly Item[] => {
  const words = say(ctx);
  const { id, slug, takesPaper, lotWords } = ballot;
  const item = (title: string, href: string, text: string): Item => ({ title, href, text });
  const needsLots = lotWords === "" && ruleOf(ballot).kind !== "majority";
  const list = words("optionsText", { n: number(ctx, options.length) });
  const settings = item(words("settings"), paths.ballotSettings(id), words("settingsText"));
  const choice = item(
    words("options"),
    paths.ballotOptions(id),
    needsLots ? `${list} ${words("lotsText")}` : list,
  );
  const roll = item(
    words("roll"),
    paths.roll(id),
    words("rollText", { n: number(ctx, counts.entitled + counts.struck) }),
  );
  const page = item(words("public"), paths.ballot(slug), words("publicText"));
  const letters = item(words("letters"), paths.ballotLetters(id), words("lettersText"));
  const blanks = item(words("blanks"), paths.blanks(id), words("blanksText"));
  const counter = item(words("counter"), paths.counter(id), words("counterText"));
  const piles = item(words("piles"), paths.piles(id), words("pilesText"));
  const agree = item(words("reconciliation"), paths.reconciliation(id), words("reconciliationText"));
  const count = item(words("count"), paths.count(id), words("countText"));
  const result = item(words("result"), paths.ballotResult(slug), words("resultText"));
  const paper = takesPaper ? [blanks, counter] : [];
  const steps = {
    prepare: [settings, choice, roll],
    announce: [roll, letters, ...paper, page],
    vote: [...paper.toReversed(), letters, roll, page],
    count: [...(takesPaper ? [counter, piles] : []), agree, count, page],
    publish: [result, agree, roll],
  };
  return ballot.state === "canceled" ? [page, roll] : steps[stageOf(ballot, ctx.now)];
};

const Course = ({ ctx, ballot }: Pick<Props, "ctx" | "ballot">) => {
  const at = stages.indexOf(stageOf(ballot, ctx.now));
  return (
    <Steps
      ctx={ctx}
      steps={stages.map((stage, index) => ({
        label: say(ctx)(`step_${stage}`),
        state: index < at ? "done" : index === at ? "current" : "ahead",
      }))}
    />
  );
};

const Turnout = ({ ctx, ballot, counts }: Pick<Props, "ctx" | "ballot" | "counts">) => {
  const words = say(ctx);
  const fact = (n: number, sentence: string) => ({ value: number(ctx, n), sentence });
  return (
    <Section id="beteiligung" heading={words("whileHeading")}>
      <Stack>
        <Facts
          facts={[
            fact(counts.entitled, words(ballot.electorate === "roll" ? "entitled" : "onRoll")),
            fact(counts.online, words("online")),
            fact(counts.letter, words("letter")),
            fact(counts.counter, words("counterVotes")),
          ]}
        />
        <p class="al-soft">{words("while")}</p>
      </Stack>
    </Section>
  );
};

const Announce = ({ ctx, ballot, formKey }: Props) => {
  const words = say(ctx);
  return (
    <Section id="ankuendigen" heading={words("announceHeading")}>
      <Stack>
        <p>{words("announceText")}</p>
        <ActionForm
          action={paths.ballotState(ballot.id)}
          formKey={formKey}
          label={words("announce")}
          values={{ stand: "angekuendigt" }}
          kind="primary"
        />
      </Stack>
    </Section>
  );
};

const Cancel = ({ ctx, ballot, formKey, form }: Props) => {
  const words = say(ctx);
  return (
    <More summary={words("cancelHeading")} open={form !== undefined}>
      <Stack>
        <p>{words("cancelText")}</p>
        <Form
          ctx={ctx}
          action={paths.ballotState(ballot.id)}
          formKey={`${formKey}-absage`}
          form={form ?? blank}
          submit={words("cancel")}
          quiet
        >
          <TextArea name="words" label={words("cancelWords")} rows={3} maximum={2_000} />
        </Form>
      </Stack>
    </More>
  );
};

/** One ballot in the hand of the office: where it stands, and what is to be done. */
export const OverviewView = (props: Props) => {
  const { ctx, ballot, notice, refusal } = props;
  const words = say(ctx);
  const { state } = ballot;
  const times = { from: dayAndTime(ctx, ballot.opensAt), until: dayAndTime(ctx, ballot.closesAt) };
  const heard =
    notice === "angekuendigt"
      ? words("announced", { opens: dayAndTime(ctx, ballot.opensAt) })
      : notice === "abgesagt"
        ? words("canceled")
        : notice === "gespeichert"
          ? words("saved")
          : undefined;
  return (
    <>
      <Title kind={ruleName(ctx, ruleOf(ballot).kind)} heading={ballot.title} lead={ballot.question} />
      {heard && <Notice ctx={ctx} kind="success" heading={heard} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {state === "canceled" ? (
        <Notice ctx={ctx} kind="warning" heading={ballotStateName(ctx, state)}>
          <p>{ballot.cancelWords}</p>
        </Notice>
      ) : (
        <Course ctx={ctx} ballot={ballot} />
      )}
      <p>{words("times", times)}</p>
      {state !== "draft" && <Turnout {...props} />}
      <Section id="aufgaben" heading={words("nextHeading")}>
        <ItemList items={tasksOf(props)} />
      </Section>
      {state === "draft" && <Announce {...props} />}
      {state !== "published" && state !== "canceled" && <Cancel {...props} />}
    </>
  );
};
