import { parse } from "csv-parse/sync";
import { email } from "#core/input.ts";
import type { NewVoter } from "#modules/participation/roll/commands.ts";

/** A list of voters as it was typed: the voters, or the first line that is not right. */
export type VoterList =
  | { readonly ok: true; readonly voters: readonly NewVoter[] }
  | { readonly ok: false; readonly line: number };

const heading = /^(name|vorname|nachname)$/iu;

const voterOf = (cells: readonly string[]): NewVoter | undefined => {
  const [name = "", mail = "", ...rest] = cells.map((cell) => cell.replace(/\s+/gu, " ").trim());
  const address = rest.join(", ");
  if (name === "" || name.length > 300 || address.length > 500) return undefined;
  if (mail === "") return { name, address };
  const known = email.safeParse(mail);
  return known.success ? { name, email: known.data, address } : undefined;
};

const rowsOf = (text: string): readonly string[][] | undefined => {
  try {
    return parse(text, {
      delimiter: text.includes(";") ? ";" : "\t",
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][];
  } catch {
    return undefined;
  }
};

/** Name; e-mail; address, a line each, with or without a heading. */
export const votersIn = (text: string): VoterList => {
  const rows = rowsOf(text);
  if (!rows) return { ok: false, line: 1 };
  const voters: NewVoter[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index === 0 && heading.test(cells[0] ?? "")) continue;
    const voter = voterOf(cells);
    if (!voter) return { ok: false, line: index + 1 };
    voters.push(voter);
  }
  return { ok: true, voters };
};
