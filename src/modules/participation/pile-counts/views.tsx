import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import { type Sheet, Total } from "#modules/participation/pile-sheets/views.tsx";
import { say } from "#modules/participation/piles/messages.ts";
import { fieldsFrom, type Line, type Pair, type PileRow } from "#modules/participation/piles/queries.ts";
import { howFar } from "#modules/participation/piles/views.tsx";
import { reasonName } from "#modules/participation/piles/vocabulary.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

type Base = { readonly ctx: Context; readonly ballot: Ballot; readonly formKey: string };

/** What somebody read on a sheet, in words. */
const readingInWords = (ctx: Context, { rule, options }: Sheet, line: Line | undefined): string => {
  const words = say(ctx);
  if (!line) return "–";
  const number = line.receipt || words("unnumbered");
  if (line.invalid)
    return `${number}: ${words("invalidWith", { reason: line.reason ? reasonName(ctx, line.reason) : "" })}`;
  const { kreuze } = fieldsFrom(rule, options, line);
  const marked =
    rule.paper === "yesNo"
      ? options.filter(({ id }) => line.marks[id]).map(({ title }) => title)
      : kreuze !== undefined && kreuze !== "0"
        ? [kreuze]
        : options.flatMap(({ id }, index) =>
            line.marks[id] === undefined ? [] : [`${index + 1}: ${line.marks[id]}`],
          );
  return `${number}: ${marked.join(", ") || words("emptySheet")}`;
};

type PileProps = Base &
  Sheet & {
    readonly pile: PileRow;
    readonly lines: readonly Line[];
    readonly differences: readonly Pair[];
    readonly refusal?: string | undefined;
    readonly form?: Filled | undefined;
    readonly next?: number | undefined;
  };

const Differences = ({ ctx, ballot, pile, differences, rule, options }: PileProps) => {
  const words = say(ctx);
  const correct = (line: Line | undefined, label: string) =>
    line && (
      <a href={`${paths.pile(ballot.id, pile.id)}?zaehlung=${line.counting}&zeile=${line.line}`}>
        {label} ({words("line", { n: line.line })})
      </a>
    );
  return (
    <Section id="abweichungen" heading={words("differsHeading")}>
      <p>{words("differsText")}</p>
      <Table
        id="unterschiede"
        caption={words("differsCaption")}
        rows={differences}
        columns={[
          {
            heading: words("reading", { name: pile.firstName }),
            cell: ({ first }) => (
              <>
                {readingInWords(ctx, { rule, options }, first)}
                <br />
                {correct(first, words("correctFirst"))}
              </>
            ),
          },
          {
            heading: words("reading", { name: pile.secondName }),
            cell: ({ second }) => (
              <>
                {readingInWords(ctx, { rule, options }, second)}
                <br />
                {correct(second, words("correctSecond"))}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
};

const Second = ({ ctx, ballot, formKey, pile, form }: PileProps) => {
  const words = say(ctx);
  return (
    <Section id="zweite" heading={words("secondHeading")}>
      <p>{words("secondText", { name: pile.firstName })}</p>
      <Form
        ctx={ctx}
        action={`${paths.pile(ballot.id, pile.id)}/zweite`}
        submit={words("secondBegin")}
        formKey={formKey}
        form={form}
      >
        <TextField name="name" label={words("secondLabel")} maximum={200} />
      </Form>
    </Section>
  );
};

/** One pile between its counts: who is next, where they differ, or that it is done. */
export const PileView = (props: PileProps) => {
  const { ctx, ballot, pile, lines, refusal, next } = props;
  const words = say(ctx);
  const invalid = lines.filter((line) => line.counting === 1 && line.invalid).length;
  return (
    <>
      <BallotTitle
        ctx={ctx}
        ballot={ballot}
        heading={words("pile", { n: pile.number })}
        lead={howFar(ctx, pile)}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {pile.state === "agreed" && (
        <Notice
          ctx={ctx}
          kind="success"
          heading={words("agreed", { sheets: words("sheetsN", { n: pile.sheets }) })}
        >
          {invalid > 0 && <p>{words("invalidN", { n: invalid })}</p>}
        </Notice>
      )}
      {next !== undefined && (
        <p>
          <a href={paths.pile(ballot.id, pile.id)}>{words("next")}</a>
        </p>
      )}
      {pile.state === "differs" && <Differences {...props} />}
      {pile.state === "first" && next === undefined && <Second {...props} />}
      {pile.state !== "agreed" && <Total {...props} form={undefined} />}
      <p>
        <a href={paths.piles(ballot.id)}>{words("back")}</a>
      </p>
    </>
  );
};
