import type { Cell, Column } from "./answers-table.ts";

/** One line of a codebook: a column, or one of its values. */
export type CodebookLine = {
  readonly column: string;
  readonly label: string;
  readonly value: string;
  readonly meaning: string;
};

/** What each column of a table of answers asks, and what its values mean. */
export const codebook = (columns: readonly Column[]): readonly CodebookLine[] =>
  columns.flatMap(({ name, label, values }) =>
    values.length === 0
      ? [{ column: name, label, value: "", meaning: "" }]
      : values.map((one, index) => ({
          column: name,
          label: index === 0 ? label : "",
          value: one.value,
          meaning: one.label,
        })),
  );

/** The codebook as rows under its headings. */
export const codebookRows = (
  columns: readonly Column[],
  headings: readonly string[],
): readonly (readonly Cell[])[] => [
  headings,
  ...codebook(columns).map(({ column, label, value, meaning }) => [column, label, value, meaning]),
];
