import type { ComponentChildren } from "preact";

export type Column<Row> = {
  readonly heading: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the right edge, digit under digit. */
  readonly number?: boolean | undefined;
  /** Protected values: hatched, and written "verborgen" by the caller. */
  readonly hush?: ((row: Row) => boolean) | undefined;
};

type TableProps<Row> = {
  readonly id: string;
  readonly caption: ComponentChildren;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
};

const classes = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(" ") || undefined;

const Cell = <Row,>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) => {
  const style = classes(column.number && "al-number", column.hush?.(row) && "al-hush");
  const content = column.cell(row);
  return first ? (
    <th scope="row" class={style}>
      {content}
    </th>
  ) : (
    <td class={style}>{content}</td>
  );
};

// A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
const reachable = { tabIndex: 0 } as const;

/** Exact values. Scrolls sideways within itself on a phone, by touch and by keyboard. */
export const Table = <Row,>({ id, caption, columns, rows }: TableProps<Row>) => (
  <section class="al-scroll" aria-labelledby={id} {...reachable}>
    <table class="al-table">
      <caption id={id}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ heading, number }) => (
            <th scope="col" class={classes(number && "al-number")}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column, index) => (
              <Cell column={column} row={row} first={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
