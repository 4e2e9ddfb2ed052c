import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayLong } from "#core/date.ts";
import { diffWords, type Edit, piecesOf } from "#methods/text-diff.ts";
import { sectorName } from "#modules/organizations/vocabulary.ts";
import { paths } from "#modules/strategy/paths.ts";
import { lastDayOf, type VersionRow } from "#modules/strategy/texts/queries.ts";
import { amendmentStateName } from "#modules/strategy/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { SectorSign, State, type StateKind } from "#ui/facts.tsx";
import { Empty, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { type AmendmentRow, authorOf } from "./queries.ts";

type Base = { readonly ctx: Context };

/** Words with what was removed and what was added marked, by more than color. */
export const Marked = ({ ctx, base, edits }: Base & { base: string; edits: readonly Edit[] }) => {
  const words = say(ctx);
  return (
    <p class="al-changed">
      {piecesOf(base, edits).map(({ kind, words: piece }) => {
        if (kind === "same") return piece;
        return kind === "removed" ? (
          <del>
            <span class="al-hidden">{words("removedWords")} </span>
            {piece}
          </del>
        ) : (
          <ins>
            <span class="al-hidden">{words("addedWords")} </span>
            {piece}
          </ins>
        );
      })}
    </p>
  );
};

/** What an amendment does, in place. */
export const ChangeShown = ({ ctx, row }: Base & { row: AmendmentRow }) => {
  const words = say(ctx);
  if (row.action === "change") return <Marked ctx={ctx} base={row.base} edits={row.operations} />;
  if (row.action === "delete") return <Marked ctx={ctx} base={row.base} edits={diffWords(row.base, "")} />;
  return (
    <Stack>
      <p class="al-soft">
        {words("newParagraph")},{" "}
        {row.base ? `${words("behind")} „${row.base.slice(0, 80)} …“` : words("beginning")}
      </p>
      <Marked ctx={ctx} base="" edits={diffWords("", row.words)} />
    </Stack>
  );
};

const stateKinds: Readonly<Record<AmendmentRow["state"], StateKind>> = {
  submitted: "wait",
  open: "info",
  accepted: "yes",
  declined: "no",
  withdrawn: "no",
  review: "late",
  hidden: "no",
};

export const AmendmentState = ({ ctx, state }: Base & { state: AmendmentRow["state"] }) => (
  <State kind={stateKinds[state]}>{amendmentStateName(ctx, state)}</State>
);

export const Author = ({ ctx, row }: Base & { row: AmendmentRow }): ComponentChildren => (
  <>
    {row.sector && <SectorSign sector={row.sector} />} {authorOf(ctx, row)}
    {row.sector && <span class="al-soft"> ({sectorName(ctx, row.sector)})</span>}
  </>
);

/** Amendments as a table. */
type TableProps = Base & {
  readonly rows: readonly AmendmentRow[];
  readonly id?: string;
  readonly caption?: string;
};
export const AmendmentTable = ({ ctx, rows, id = "alle", caption }: TableProps) => {
  const words = say(ctx);
  return (
    <Table
      id={id}
      caption={caption ?? words("table")}
      rows={rows}
      columns={[
        {
          heading: words("noun"),
          cell: (row) => <a href={paths.amendment(row.number)}>{words("number", { number: row.number })}</a>,
        },
        {
          heading: words("why"),
          cell: (row) => (row.reason.length > 140 ? `${row.reason.slice(0, 139)}…` : row.reason),
        },
        { heading: words("author"), cell: (row) => <Author ctx={ctx} row={row} /> },
        { heading: words("state"), cell: (row) => <AmendmentState ctx={ctx} state={row.state} /> },
      ]}
    />
  );
};

/** All amendments, and whether a version takes more. */
export const ListView = ({
  ctx,
  rows,
  open,
}: Base & { rows: readonly AmendmentRow[]; open: VersionRow | undefined }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        {open?.amendUntil ? (
          <>
            <p>{words("openUntil", { title: open.title, date: dayLong(ctx, lastDayOf(open.amendUntil)) })}</p>
            <ButtonLink href={paths.newAmendment}>{words("propose")}</ButtonLink>
          </>
        ) : (
          <p>
            {words("noneOpen")} {words("noneOpenText")}
          </p>
        )}
      </Title>
      {rows.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <AmendmentTable ctx={ctx} rows={rows} />
      )}
    </Stack>
  );
};
