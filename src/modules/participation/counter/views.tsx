import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { RollCount } from "#modules/participation/roll/queries.ts";
import type { Ballot, BallotVoter } from "#modules/participation/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { isFresh, undoUntil } from "./queries.ts";

type CounterProps = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly formKey: string;
  readonly search: string;
  readonly voters: readonly BallotVoter[];
  readonly ways: readonly ("letter" | "counter")[];
  readonly counts: RollCount;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
  readonly form?: Filled | undefined;
};

const votedWords = { online: "votedOnline", letter: "votedLetter", counter: "votedCounter" } as const;

const stateOf = (ctx: Context, { struck, struckWords, votedBy }: BallotVoter): string => {
  const words = say(ctx);
  if (struck) return words("struck", { reason: struckWords });
  return votedBy ? words(votedWords[votedBy]) : words("free");
};

const nameOf = (ctx: Context, { name, number: n }: BallotVoter): string =>
  say(ctx)("person", { name: name || say(ctx)("noName"), n });

const wayNames = {
  counter: { label: "markCounter", value: "schalter" },
  letter: { label: "markLetter", value: "brief" },
} as const;

const Found = ({ ctx, ballot, formKey, voters, ways }: CounterProps) => {
  const words = say(ctx);
  return (
    <Table
      id="gefunden"
      caption={words("found")}
      rows={voters}
      columns={[
        {
          heading: words("found"),
          cell: ({ number: n, name }) => `${name || words("noName")}, ${words("number", { n })}`,
        },
        { heading: words("address"), cell: ({ address }) => address },
        { heading: words("state"), cell: (voter) => stateOf(ctx, voter) },
        {
          heading: words("actions"),
          cell: (voter) =>
            !voter.struck &&
            voter.votedBy === null &&
            ways.map((way) => (
              <ActionForm
                action={`${paths.counter(ballot.id)}/${voter.id}/vermerk`}
                label={words(wayNames[way].label)}
                object={nameOf(ctx, voter)}
                values={{ weg: wayNames[way].value }}
                formKey={`${formKey}${way.charAt(0)}${voter.number}`}
              />
            )),
        },
      ]}
    />
  );
};

const Undo = ({
  ctx,
  ballot,
  formKey,
  voter,
  form,
}: Pick<CounterProps, "ctx" | "ballot" | "formKey" | "form"> & { readonly voter: BallotVoter }) => {
  const words = say(ctx);
  const until = undoUntil(voter);
  return (
    <Section id="zuruecknehmen" heading={words("undoHeading")}>
      <p>{words("undoOf", { n: voter.number, name: voter.name || words("noName") })}</p>
      <Form
        ctx={ctx}
        id="z"
        action={`${paths.counter(ballot.id)}/${voter.id}/ruecknahme`}
        submit={words("undo")}
        formKey={`${formKey}z`}
        form={form}
        next={until && words("undoText", { until: time(ctx, until) })}
        quiet
      >
        <TextField name="worte" label={words("undoWords")} maximum={300} />
      </Form>
    </Section>
  );
};

/** The counter: one field to search, what was found, and what can be noted. */
export const CounterView = (props: CounterProps) => {
  const { ctx, ballot, search, voters, ways, counts, notice, refusal } = props;
  const words = say(ctx);
  const [only] = voters;
  const undone = voters.length === 1 && only && ways.length > 0 && isFresh(only, ctx.now) ? only : undefined;
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {ways.length === 0 && <Notice ctx={ctx} heading={words("notNow")} />}
      {ways.length === 1 && <Notice ctx={ctx} heading={words("lettersOnly")} />}
      <Stack wide>
        <Form
          ctx={ctx}
          id="s"
          action={paths.counter(ballot.id)}
          submit={words("find")}
          form={search ? { values: { suche: search }, errors: {} } : undefined}
        >
          <TextField
            name="suche"
            label={words("search")}
            hint={words("searchHint")}
            maximum={300}
            autocomplete="off"
            focus
          />
        </Form>
        {search && voters.length === 0 && (
          <Empty heading={words("nobody")}>
            <p>
              {words("nobodyText")} <a href={paths.roll(ballot.id)}>{words("toRoll")}</a>
            </p>
          </Empty>
        )}
        {voters.length > 0 && <Found {...props} />}
      </Stack>
      {undone && <Undo {...props} voter={undone} />}
      <Section id="bisher" heading={words("countHeading")}>
        <p>
          {words("counts", {
            letter: number(ctx, counts.letter),
            counter: number(ctx, counts.counter),
            online: number(ctx, counts.online),
            entitled: number(ctx, counts.entitled),
          })}
        </p>
        <p class="al-soft">
          {words("countsHint")} <a href={paths.reconciliation(ballot.id)}>{words("toReconciliation")}</a>
        </p>
      </Section>
    </>
  );
};
