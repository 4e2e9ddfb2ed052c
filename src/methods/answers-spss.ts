import { stringify } from "csv-stringify/sync";
import type { Column } from "./answers-table.ts";
import type { Answers } from "./questionnaire.ts";

const missing = -9;
const longestText = 2_000;

const quoted = (text: string): string =>
  `"${text.replace(/\s+/gu, " ").replaceAll('"', '""').slice(0, 250)}"`;

/** Names as SPSS takes them: letters, digits and underscores, each once, whatever its case. */
const namesFor = (columns: readonly Column[]): readonly string[] => {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    const plain = name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9_]+/gu, "_")
      .slice(0, 56)
      .replace(/_+$/u, "");
    const base = /^[A-Za-z]/u.test(plain) ? plain : `v_${plain}`;
    let own = base;
    for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${base}_${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
};

/** Codes for the values of a column: its own where they are whole numbers, else 1, 2, 3 … */
const codesFor = ({ values, holds }: Column): ReadonlyMap<string, number> | undefined => {
  if (values.length === 0 || holds === "number") return undefined;
  const areNumbers = values.every(({ value }) => /^\d{1,9}$/u.test(value));
  return new Map(values.map(({ value }, index) => [value, areNumbers ? Number(value) : index + 1]));
};

type Files = { readonly data: string; readonly syntax: string };

/**
 * A table of answers for SPSS and PSPP: the data, and the syntax that reads them with the words of all questions and
 * choices. Where nothing was answered stands -9, declared as missing.
 */
export const writeSpss = (
  columns: readonly Column[],
  all: readonly Answers[],
  dataFile: string,
  nothing: string,
): Files => {
  const names = namesFor(columns);
  const coded = columns.map((column, index) => ({
    ...column,
    name: names[index] ?? "",
    codes: codesFor(column),
  }));
  const isNumeric = ({ codes, holds }: (typeof coded)[number]): boolean =>
    codes !== undefined || holds === "number";
  const rows = all.map((answers) =>
    coded.map((column) => {
      const cell = column.cell(answers);
      if (!isNumeric(column))
        return String(cell ?? "")
          .replace(/\s+/gu, " ")
          .slice(0, longestText);
      if (cell === null) return missing;
      return column.codes ? (column.codes.get(String(cell)) ?? missing) : cell;
    }),
  );
  const numeric = coded.filter(isNumeric);
  const valueLabels = numeric.map(({ name, values, codes }) => {
    const lines = values.map(({ value, label }) => `  ${codes?.get(value) ?? value} ${quoted(label)}`);
    return [`VALUE LABELS ${name}`, ...lines, `  ${missing} ${quoted(nothing)}.`].join("\n");
  });
  const syntax = [
    "* Encoding: UTF-8.",
    "SET DECIMAL=DOT.",
    `GET DATA /TYPE=TXT /FILE='${dataFile.replaceAll("'", "''")}' /ENCODING='UTF8'`,
    '  /ARRANGEMENT=DELIMITED /DELIMITERS="," /QUALIFIER=\'"\' /FIRSTCASE=2 /VARIABLES=',
    `${coded.map((column) => `  ${column.name} ${isNumeric(column) ? "F12.2" : `A${longestText}`}`).join("\n")}.`,
    ...coded.map(({ name, label }) => `VARIABLE LABELS ${name} ${quoted(label)}.`),
    ...valueLabels,
    ...numeric.map(({ name }) => `MISSING VALUES ${name} (${missing}).`),
    "EXECUTE.",
    "",
  ].join("\n");
  return { data: stringify([coded.map(({ name }) => name), ...rows], { record_delimiter: "\n" }), syntax };
};
