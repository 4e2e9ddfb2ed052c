import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { PileRow } from "./queries.ts";
import { pileStateName } from "./vocabulary.ts";

type Base = { readonly ctx: Context; readonly ballot: Ballot; readonly formKey: string };

type ListProps = Base & {
  readonly piles: readonly PileRow[];
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

/** How far a pile is, in words. */
export const howFar = (ctx: Context, { state, typed, sheets }: PileRow): string => {
  const n = state === "first" ? typed[0] : typed[1];
  const words = pileStateName(ctx, state);
  return state === "first" || state === "second"
    ? `${words}: ${say(ctx)("typed", { n, all: sheets })}`
    : words;
};

/** The piles of a ballot, and the form of a new one. */
export const PilesView = ({ ctx, ballot, formKey, piles, form, refusal, notice }: ListProps) => {
  const words = say(ctx);
  const isOpen = ballot.takesPaper && ballot.state === "closed";
  const why = ballot.takesPaper ? words("notClosed") : words("noPaper");
  const problem = refusal ?? (isOpen || piles.length > 0 ? undefined : why);
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {problem && <Notice ctx={ctx} kind="warning" heading={problem} />}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {piles.length === 0 && isOpen && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      )}
      {piles.length > 0 && (
        <Table
          id="stapel"
          caption={words("caption")}
          rows={piles}
          columns={[
            {
              heading: words("caption"),
              cell: ({ id, number }) => (
                <a href={paths.pile(ballot.id, id)}>{words("pile", { n: number })}</a>
              ),
            },
            { heading: words("sheets"), number: true, cell: ({ sheets }) => sheets },
            {
              heading: words("counters"),
              cell: ({ firstName, secondName }) => [firstName, secondName].filter(Boolean).join(", "),
            },
            { heading: words("state"), cell: (pile) => howFar(ctx, pile) },
          ]}
        />
      )}
      {isOpen && (
        <Section id="neu" heading={words("newHeading")}>
          <Form
            ctx={ctx}
            action={paths.piles(ballot.id)}
            submit={words("begin")}
            formKey={formKey}
            form={form}
          >
            <NumberField name="zettel" label={words("sheetsLabel")} hint={words("sheetsHint")} />
            <TextField name="name" label={words("firstLabel")} hint={words("firstHint")} maximum={200} />
          </Form>
        </Section>
      )}
      <p>
        <a href={paths.reconciliation(ballot.id)}>{words("toReconciliation")}</a>
      </p>
    </>
  );
};
