/** One word of one person about one statement: 1 agrees, -1 disagrees, 0 passes. */
export type OpinionVote = {
  readonly participant: string;
  readonly statement: string;
  readonly vote: -1 | 0 | 1;
};

/** In a cell of the matrix: nothing was said. */
export const unsaid = 2;

/** Who said what, people by rows and statements by columns; ids are strings and stay strings. */
export type OpinionMatrix = {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** participant × statement: 1, -1, 0 or `unsaid`. */
  readonly cells: Int8Array;
  /** Statements that were taken out: 1 per column. They stay in the counts, and say nothing on the map. */
  readonly out: Uint8Array;
};

const byNumber = (one: string, other: string): number => {
  const difference = Number(one) - Number(other);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Ids in one order, whatever order the file had: numbers by their value, words by their letters. */
export const inOrder = (ids: Iterable<string>): readonly string[] => {
  const unique = [...new Set(ids)];
  const numbers = unique.filter((id) => /^\d{1,15}$/u.test(id)).sort(byNumber);
  const words = unique.filter((id) => !/^\d{1,15}$/u.test(id)).sort();
  return [...numbers, ...words];
};

/** The matrix of these votes; the last one of a person about a statement counts. */
export const opinionMatrix = (
  votes: readonly OpinionVote[],
  known: { readonly statements?: Iterable<string>; readonly out?: Iterable<string> } = {},
): OpinionMatrix => {
  const participants = inOrder(votes.map(({ participant }) => participant));
  const statements = inOrder([...(known.statements ?? []), ...votes.map(({ statement }) => statement)]);
  const rows = new Map(participants.map((id, index) => [id, index]));
  const columns = new Map(statements.map((id, index) => [id, index]));
  const cells = new Int8Array(participants.length * statements.length).fill(unsaid);
  for (const { participant, statement, vote } of votes)
    cells[(rows.get(participant) ?? 0) * statements.length + (columns.get(statement) ?? 0)] = vote;
  const taken = new Set(known.out ?? []);
  return {
    participants,
    statements,
    cells,
    out: Uint8Array.from(statements, (id) => (taken.has(id) ? 1 : 0)),
  };
};

/** How many statements each person said something about. */
export const countSaid = ({ participants, statements, cells }: OpinionMatrix): Int32Array => {
  const width = statements.length;
  const said = new Int32Array(participants.length);
  for (let row = 0; row < said.length; row++) {
    let count = 0;
    for (let cell = row * width; cell < (row + 1) * width; cell++) if (cells[cell] !== unsaid) count++;
    said[row] = count;
  }
  return said;
};

const mostNeeded = 7;
const fewestShown = 15;

/**
 * Rows of those who said enough to stand on the map: at least seven statements, or all if there are fewer; where
 * fewer than fifteen did, those who said the most are added.
 */
export const onTheMap = (matrix: OpinionMatrix): Int32Array => {
  const said = countSaid(matrix);
  const needed = Math.min(mostNeeded, matrix.statements.length);
  const rows = [...said.keys()];
  const enough = rows.filter((row) => (said[row] ?? 0) >= needed && needed > 0);
  if (enough.length >= fewestShown) return Int32Array.from(enough);
  const byCount = rows
    .filter((row) => (said[row] ?? 0) > 0)
    .sort((one, other) => (said[other] ?? 0) - (said[one] ?? 0) || one - other);
  return Int32Array.from(byCount.slice(0, Math.max(enough.length, fewestShown))).sort();
};
