import type { Context } from "#core/context.ts";
import { blank, type Filled } from "#core/input.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { RollCount } from "#modules/participation/roll/queries.ts";
import type { Ballot, BallotVoter } from "#modules/participation/schema.ts";
import { wayName } from "#modules/participation/vocabulary.ts";
import { ActionLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, TwoColumns } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string; readonly ballot: Ballot };

type RollProps = Base & {
  readonly counts: RollCount;
  readonly voters: readonly BallotVoter[];
  readonly search: string;
  /** From which entry the next page begins. */
  readonly next: number | undefined;
  readonly notice: string | undefined;
  readonly refusal: "closed" | "tooMany" | undefined;
  readonly person: Filled | undefined;
  readonly list: Filled | undefined;
};

const nameOf = (ctx: Context, { name, number }: BallotVoter): string =>
  name || say(ctx)("unnamed", { n: number });

const standingOf = (ctx: Context, { struck, struckWords, votedBy }: BallotVoter): string => {
  if (struck) return say(ctx)("struck", { words: struckWords });
  return votedBy ? wayName(ctx, votedBy) : say(ctx)("notYet");
};

const Voters = ({ ctx, ballot, voters }: RollProps) => {
  const words = say(ctx);
  return (
    <Table
      id="liste"
      caption={words("caption")}
      rows={voters}
      columns={[
        { heading: words("name"), cell: (voter) => nameOf(ctx, voter) },
        { heading: words("number"), cell: ({ number }) => number, number: true },
        { heading: words("reach"), cell: ({ email, address }) => email || address || words("byCard") },
        { heading: words("voted"), cell: (voter) => standingOf(ctx, voter) },
        {
          heading: <span class="al-hidden">{words("strikeOne")}</span>,
          cell: (voter) =>
            !voter.struck &&
            !voter.votedBy && (
              <ActionLink
                href={paths.voter(ballot.id, voter.id)}
                label={words("strikeOne")}
                object={nameOf(ctx, voter)}
              />
            ),
        },
      ]}
    />
  );
};

const Adding = ({ ctx, ballot, formKey, person, list }: RollProps) => {
  const words = say(ctx);
  return (
    <TwoColumns>
      <Section id="eintragen" heading={words("addHeading")} space="none">
        <Form
          ctx={ctx}
          action={paths.roll(ballot.id)}
          formKey={formKey}
          form={person ?? blank}
          submit={words("add")}
        >
          <TextField name="name" label={words("name")} maximum={300} />
          <TextField name="email" type="email" label={words("email")} hint={words("emailHint")} optional />
          <TextField name="address" label={words("address")} hint={words("addressHint")} optional />
        </Form>
      </Section>
      <Section id="aus-liste" heading={words("listHeading")} space="none">
        <p>{words("listText")}</p>
        <Form
          ctx={ctx}
          id="l"
          action={`${paths.roll(ballot.id)}/liste`}
          formKey={`${formKey}-liste`}
          form={list ?? blank}
          submit={words("addList")}
          quiet
        >
          <TextArea name="list" label={words("list")} hint={words("listHint")} rows={8} />
        </Form>
      </Section>
    </TwoColumns>
  );
};

/** Who may vote, whether they have, and how others come onto the roll. */
export const RollView = (props: RollProps) => {
  const { ctx, ballot, counts, voters, search, next, notice, refusal } = props;
  const words = say(ctx);
  const isOpen = ["draft", "announced", "open"].includes(ballot.state);
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(refusal)} />}
      {ballot.electorate !== "roll" && <p>{words("leadOpen")}</p>}
      <p>{words("counts", counts)}</p>
      {(voters.length > 0 || search !== "") && (
        <Form
          ctx={ctx}
          id="s"
          method="get"
          action={paths.roll(ballot.id)}
          submit={words("find")}
          quiet
          narrow
        >
          <TextField name="suche" type="search" label={words("search")} value={search} optional />
        </Form>
      )}
      {voters.length > 0 && <Voters {...props} />}
      {voters.length === 0 && (
        <Empty heading={words(search ? "nobodyFound" : "nobody")}>
          {isOpen && !search && <p>{words("nobodyText")}</p>}
        </Empty>
      )}
      {next !== undefined && (
        <p>
          <a href={`${paths.roll(ballot.id)}?ab=${next}&suche=${encodeURIComponent(search)}`}>
            {words("next", { n: Math.max(0, Math.min(100, counts.entitled + counts.struck - next)) || 100 })}
          </a>
        </p>
      )}
      {isOpen ? <Adding {...props} /> : <p class="al-soft">{words("closed")}</p>}
    </>
  );
};

type StrikeProps = Base & {
  readonly voter: BallotVoter;
  readonly form: Filled | undefined;
  readonly because: "voted" | "closed" | undefined;
};

/** One entry is taken off the roll with a reason. */
export const StrikeView = ({ ctx, formKey, ballot, voter, form, because }: StrikeProps) => {
  const words = say(ctx);
  const name = nameOf(ctx, voter);
  return (
    <>
      <BallotTitle
        ctx={ctx}
        ballot={ballot}
        heading={words("strikeHeading", { name })}
        lead={words("strikeLead")}
      />
      {because && <Notice ctx={ctx} kind="warning" heading={words(`strike_${because}`)} />}
      <p>{standingOf(ctx, voter)}</p>
      {!voter.struck && !voter.votedBy && (
        <Form
          ctx={ctx}
          action={paths.voter(ballot.id, voter.id)}
          formKey={formKey}
          form={form ?? blank}
          submit={words("strike")}
        >
          <TextField name="words" label={words("reason")} hint={words("reasonHint")} maximum={500} />
        </Form>
      )}
    </>
  );
};
