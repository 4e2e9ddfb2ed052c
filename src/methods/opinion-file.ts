import { stringify } from "csv-stringify/sync";
import { inOrder, type OpinionVote } from "./opinion-matrix.ts";
import { findColumns, readTable, type TableFile } from "./table-file.ts";

export type OpinionProblemKind =
  | "unreadable"
  | "empty"
  | "columns"
  | "uneven"
  | "participant"
  | "statement"
  | "vote"
  | "time"
  | "tooMany";

/** What is wrong with a file of votes, in which line as an editor counts it, and the word that is meant. */
export type OpinionProblem = {
  readonly line: number;
  readonly kind: OpinionProblemKind;
  readonly word: string;
};

export type OpinionReading =
  | { readonly ok: true; readonly votes: readonly OpinionVote[]; readonly statements: readonly string[] }
  | { readonly ok: false; readonly problem: OpinionProblem };

const mostVotes = 5_000_000;
const longestId = 64;

const wrong = (line: number, kind: OpinionProblemKind, word = ""): OpinionReading => ({
  ok: false,
  problem: { line, kind, word: word.slice(0, 80) },
});

const saidAs: Readonly<Record<string, -1 | 0 | 1>> = {
  "1": 1,
  "+1": 1,
  "1.0": 1,
  "0": 0,
  "0.0": 0,
  "-1": -1,
  "−1": -1,
  "-1.0": -1,
};

type Rows = Extract<TableFile, { readonly ok: true }>;
type Timed = OpinionVote & { readonly at: number; readonly line: number };

/** One vote a line. Where times stand in the file the latest counts, else the last line. */
const readLong = ({ headings, rows }: Rows): OpinionReading => {
  const columns = findColumns(headings, {
    participant: ["participant_id", "voter-id", "participant"],
    statement: ["statement_id", "comment-id", "statement"],
    vote: ["vote"],
    time: ["modified_ms", "timestamp"],
  });
  const { participant, statement, vote, time } = columns;
  if (!participant || !statement || !vote) return wrong(1, "columns", "participant_id, statement_id, vote");
  const votes: Timed[] = [];
  for (const { line, cells, uneven } of rows) {
    if (uneven) return wrong(line, "uneven");
    const person = (cells[participant] ?? "").trim();
    const said = (cells[statement] ?? "").trim();
    const word = (cells[vote] ?? "").trim();
    if (person === "" || person.length > longestId) return wrong(line, "participant", person);
    if (said === "" || said.length > longestId) return wrong(line, "statement", said);
    const value = saidAs[word];
    if (value === undefined) return wrong(line, "vote", word);
    const at = time ? (cells[time] ?? "").trim() : "";
    if (at !== "" && !/^\d{1,16}(\.\d+)?$/u.test(at)) return wrong(line, "time", at);
    votes.push({ participant: person, statement: said, vote: value, at: Number(at), line });
  }
  const ordered = time ? votes.sort((one, other) => one.at - other.at || one.line - other.line) : votes;
  return {
    ok: true,
    votes: ordered.map(({ participant: by, statement: about, vote: how }) => ({
      participant: by,
      statement: about,
      vote: how,
    })),
    statements: inOrder(ordered.map(({ statement: id }) => id)),
  };
};

/** One person a line, one statement a column that is headed by its number. */
const readWide = ({ headings, rows }: Rows): OpinionReading => {
  const statements = headings.filter((heading) => /^\d{1,15}$/u.test(heading));
  if (statements.length === 0) return wrong(1, "columns", "0, 1, 2 …");
  const votes: OpinionVote[] = [];
  const seen = new Set<string>();
  for (const { line, cells, uneven } of rows) {
    if (uneven) return wrong(line, "uneven");
    const participant = (cells["participant"] ?? "").trim();
    if (participant === "" || participant.length > longestId || seen.has(participant))
      return wrong(line, "participant", participant);
    seen.add(participant);
    for (const statement of statements) {
      const word = (cells[statement] ?? "").trim();
      if (word === "") continue;
      const vote = saidAs[word];
      if (vote === undefined) return wrong(line, "vote", word);
      votes.push({ participant, statement, vote });
    }
  }
  return { ok: true, votes, statements: inOrder(statements) };
};

/**
 * Reads votes: `participant_id,statement_id,vote[,modified_ms]`, or the files votes.csv and participants-votes.csv of
 * a Polis export. 1 agrees, -1 disagrees, 0 passes.
 */
export const readOpinions = (bytes: Uint8Array): OpinionReading => {
  const table = readTable(bytes, mostVotes);
  if (!table.ok) {
    const kind =
      table.problem === "tooManyRows" ? "tooMany" : table.problem === "empty" ? "empty" : "unreadable";
    return wrong(table.line ?? 1, kind);
  }
  if (table.rows.length === 0) return wrong(1, "empty");
  return table.headings.includes("participant") && table.headings.includes("n-votes")
    ? readWide(table)
    : readLong(table);
};

/** Votes as a file that this program and others read. */
export const writeOpinions = (votes: readonly OpinionVote[]): string =>
  stringify(
    [
      ["participant_id", "statement_id", "vote"],
      ...votes.map(({ participant, statement, vote }) => [participant, statement, String(vote)]),
    ],
    { record_delimiter: "unix" },
  );
