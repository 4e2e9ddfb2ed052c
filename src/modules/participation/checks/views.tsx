import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { money } from "#core/number.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Fund, Process } from "#modules/participation/schema.ts";
import { options, RadioGroup } from "#ui/choices.tsx";
import { Facts, Pairs, State, type StateKind } from "#ui/facts.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Note, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Candidate, Check, Standing } from "./queries.ts";

const stateKinds: Readonly<Record<Standing, StateKind>> = {
  tooFewSupports: "info",
  waiting: "wait",
  failed: "no",
  ready: "yes",
};

export const StandingState = ({ ctx, standing }: { readonly ctx: Context; readonly standing: Standing }) => (
  <State kind={stateKinds[standing]}>{say(ctx)(`standing_${standing}`)}</State>
);

const cents = (ctx: Context, value: number | null): string => (value === null ? "–" : money(ctx, value));

type ListProps = {
  readonly ctx: Context;
  readonly process: Process;
  readonly fund: Fund;
  readonly candidates: readonly Candidate[];
};

const columns = ({ ctx, process }: Pick<ListProps, "ctx" | "process">) => {
  const words = say(ctx);
  return [
    {
      heading: words("proposal"),
      cell: ({ id, number, title }: Candidate) => (
        <a href={paths.officeCheck(process.id, id)}>
          {number} · {title}
        </a>
      ),
    },
    { heading: words("supports"), cell: ({ supports }: Candidate) => supports, number: true },
    {
      heading: words("estimated"),
      cell: ({ costCents }: Candidate) => cents(ctx, costCents),
      number: true,
    },
    {
      heading: words("checked"),
      cell: ({ checkedCents }: Candidate) => cents(ctx, checkedCents),
      number: true,
    },
    {
      heading: words("standing"),
      cell: ({ standing }: Candidate) => <StandingState ctx={ctx} standing={standing} />,
    },
  ];
};

/** All proposals of a fund, and where each stands. */
export const ChecksView = ({ ctx, process, fund, candidates }: ListProps) => {
  const words = say(ctx);
  const count = (standing: Standing) => candidates.filter((one) => one.standing === standing).length;
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")} />
      <Facts
        facts={[
          { value: count("ready"), sentence: words("ready", { n: count("ready") }) },
          { value: count("waiting"), sentence: words("waiting", { n: count("waiting") }) },
        ]}
      />
      <p class="al-soft">{words("needed", { n: fund.leastSupports })}</p>
      {candidates.length > 0 ? (
        <Table
          id="vorschlaege"
          caption={words("caption")}
          rows={candidates}
          columns={columns({ ctx, process })}
        />
      ) : (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      )}
    </>
  );
};

/** What the offices said to one proposal, newest first. */
export const CheckList = ({ ctx, checks }: { readonly ctx: Context; readonly checks: readonly Check[] }) => {
  const words = say(ctx);
  return (
    <ItemList
      items={checks.map(({ kind, verdict, costCents, officeWords, words: reason, madeAt }) => ({
        kind: `${officeWords} · ${dayWithYear(ctx, madeAt)}`,
        title: words(kind),
        text: (
          <>
            <p>{reason}</p>
            {costCents !== null && <p>{words("publicCost", { cost: money(ctx, costCents) })}</p>}
          </>
        ),
        end: (
          <State kind={verdict === "passed" ? "yes" : "no"}>
            {words(verdict === "passed" ? "verdict_passed" : "verdict_failed")}
          </State>
        ),
      }))}
    />
  );
};

const Fields = ({ ctx, fund }: { readonly ctx: Context; readonly fund: Fund }) => {
  const words = say(ctx);
  const bounds = { least: money(ctx, fund.leastCostCents), most: money(ctx, fund.mostCostCents) };
  return (
    <>
      <RadioGroup
        name="kind"
        label={words("kind")}
        options={options(["eligibility", "cost"] as const, (code) => words(`kind_${code}`))}
      />
      <RadioGroup
        name="verdict"
        label={words("verdict")}
        options={options(["passed", "failed"] as const, (code) => words(`verdict_${code}`))}
        row
      />
      <NumberField
        name="costCents"
        label={words("costCents")}
        hint={words("costCentsHint", bounds)}
        width="medium"
        decimal
        optional
      />
      <TextField name="officeWords" label={words("office")} hint={words("officeHint")} maximum={200} />
      <TextArea name="words" label={words("words")} hint={words("wordsHint")} rows={5} maximum={4_000} />
    </>
  );
};

type OneProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly fund: Fund;
  readonly candidate: Candidate;
  readonly checks: readonly Check[];
  readonly form?: Filled | undefined;
  readonly refused?: boolean | undefined;
  readonly saved: boolean;
};

/** One proposal, checked: the form for the next word of an office, and what was said before. */
export const CheckView = (props: OneProps) => {
  const { ctx, formKey, process, fund, candidate, checks, form, refused, saved } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={candidate.title}>
        <p>
          <a href={paths.proposal(process.slug, candidate.number)}>{words("proposal")}</a>
          {" · "}
          <a href={paths.officeChecks(process.id)}>{words("back")}</a>
        </p>
      </Title>
      {saved && <Notice ctx={ctx} kind="success" heading={words("saved")} />}
      {(refused || fund.ballotId) && (
        <Notice ctx={ctx} kind={refused ? "error" : "info"} heading={words("onBallot")} />
      )}
      <Pairs
        pairs={[
          [words("standing"), <StandingState ctx={ctx} standing={candidate.standing} />],
          [words("supports"), candidate.supports],
          [words("estimated"), cents(ctx, candidate.costCents)],
          [words("checked"), cents(ctx, candidate.checkedCents)],
        ]}
      />
      {!fund.ballotId && (
        <Section id="pruefen" heading={words("check")}>
          <Form
            ctx={ctx}
            formKey={formKey}
            action={paths.officeCheck(process.id, candidate.id)}
            submit={words("save")}
            next={words("next")}
            form={form}
          >
            <Fields ctx={ctx} fund={fund} />
          </Form>
        </Section>
      )}
      {checks.length > 0 && (
        <Section id="bisher" heading={words("before")}>
          <CheckList ctx={ctx} checks={checks} />
        </Section>
      )}
    </>
  );
};

type PublicProps = {
  readonly ctx: Context;
  readonly fund: Fund;
  readonly candidate: Candidate;
  readonly checks: readonly Check[];
};

const sentenceOf = (ctx: Context, fund: Fund, { standing, supports }: Candidate): string => {
  const words = say(ctx);
  if (standing === "tooFewSupports") return words("publicMissing", { n: fund.leastSupports - supports });
  if (standing === "waiting") return words("publicWaiting");
  return words(standing === "ready" ? "publicReady" : "publicFailed");
};

/** On the page of a proposal: where it stands on its way to the ballot, and why. */
export const FundStanding = ({ ctx, fund, candidate, checks }: PublicProps) => (
  <Note id="pruefung" heading={say(ctx)("publicHeading")}>
    <p>
      <StandingState ctx={ctx} standing={candidate.standing} /> {sentenceOf(ctx, fund, candidate)}
    </p>
    {checks.length > 0 && <CheckList ctx={ctx} checks={checks} />}
  </Note>
);
