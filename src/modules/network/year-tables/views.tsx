import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { number, percent } from "#core/number.ts";
import type { Snapshot } from "#methods/network-growth.ts";
import { sectors } from "#modules/network/growth/queries.ts";
import { actorPartName } from "#modules/network/vocabulary.ts";
import { say } from "#modules/network/years/messages.ts";
import type { Year } from "#modules/network/years/queries.ts";
import { paths as organizationPaths } from "#modules/organizations/paths.ts";
import { SectorSign } from "#ui/facts.tsx";
import { Table } from "#ui/table.tsx";

type Base = { readonly ctx: Context };

const mostRows = 200;

/** Who is tied to how many, the most tied first. */
export const ActorTable = ({ ctx, year }: Base & { readonly year: Year }) => {
  const words = say(ctx);
  return (
    <>
      <Table
        id="beteiligte"
        caption={words("tableCaption", { day: dayWithYear(ctx, year.on) })}
        rows={year.rows.slice(0, mostRows)}
        columns={[
          {
            heading: words("col_name"),
            cell: ({ slug, name }) => <a href={organizationPaths.show(slug)}>{name}</a>,
          },
          {
            heading: words("col_sector"),
            cell: ({ sector }) => (
              <>
                <SectorSign sector={sector} /> {words(`key_${sector}`)}
              </>
            ),
          },
          { heading: words("col_part"), cell: ({ part }) => (part ? actorPartName(ctx, part) : "") },
          { heading: words("col_ties"), cell: ({ ties }) => number(ctx, ties), number: true },
          {
            heading: words("col_cooperations"),
            cell: ({ cooperations }) => number(ctx, cooperations),
            number: true,
          },
        ]}
      />
      {year.rows.length > mostRows && <p class="al-soft">{words("more", { n: mostRows })}</p>}
    </>
  );
};

/** Lines between each two sectors; below, those of an earlier year. */
export const Matrix = ({
  ctx,
  now,
  before,
}: Base & { readonly now: Year; readonly before: Year | undefined }) => {
  const words = say(ctx);
  const cell = (row: number, column: number) => {
    // Each pair of sectors stands once, in the upper half.
    if (column < row) return "";
    const count = now.measures.matrix[row]?.[column] ?? 0;
    const was = before?.measures.matrix[row]?.[column];
    return (
      <>
        {number(ctx, count)}
        {before && was !== undefined && (
          <>
            <br />
            <small>{words("was", { year: String(before.year), n: was })}</small>
          </>
        )}
      </>
    );
  };
  return (
    <Table
      id="sektoren"
      caption={
        before
          ? words("matrixCaption", { now: String(now.year), year: String(before.year) })
          : words("matrixNow", { now: String(now.year) })
      }
      rows={sectors.map((sector, row) => ({ sector, row }))}
      columns={[
        { heading: words("col_sector"), cell: ({ sector }) => words(`key_${sector}`) },
        ...sectors.map((sector, column) => ({
          heading: words(`key_${sector}`),
          cell: ({ row }: { readonly row: number }) => cell(row, column),
          number: true,
        })),
      ]}
    />
  );
};

const two = (ctx: Context, value: number | null): string => (value === null ? "" : number(ctx, value, 2));

/** The measures at the end of each year. */
export const Trend = ({ ctx, years }: Base & { readonly years: readonly Snapshot[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="jahre"
      caption={words("trendCaption")}
      rows={years}
      columns={[
        { heading: words("col_year"), cell: ({ on }) => on.slice(0, 4) },
        { heading: words("col_actors"), cell: ({ actors }) => number(ctx, actors), number: true },
        { heading: words("col_pairs"), cell: ({ pairs }) => number(ctx, pairs), number: true },
        { heading: words("col_came"), cell: ({ came }) => number(ctx, came), number: true },
        { heading: words("col_went"), cell: ({ went }) => number(ctx, went), number: true },
        {
          heading: words("col_cross"),
          cell: ({ crossShare }) => (crossShare === null ? "" : percent(ctx, crossShare)),
          number: true,
        },
        { heading: words("col_mean"), cell: ({ meanDegree }) => number(ctx, meanDegree, 1), number: true },
        { heading: words("col_density"), cell: ({ density }) => two(ctx, density), number: true },
        {
          heading: words("col_ei"),
          cell: ({ externalInternal }) => two(ctx, externalInternal),
          number: true,
        },
        { heading: words("col_components"), cell: ({ components }) => number(ctx, components), number: true },
        {
          heading: words("col_centralization"),
          cell: ({ centralization }) => two(ctx, centralization),
          number: true,
        },
      ]}
    />
  );
};
