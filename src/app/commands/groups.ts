import { readFile } from "node:fs/promises";
import { type OpinionProblem, readOpinions } from "#methods/opinion-file.ts";
import { groupsOf, mapOf } from "#methods/opinion-groups.ts";
import { opinionMatrix } from "#methods/opinion-matrix.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";

const inWords = ({ kind, line, word }: OpinionProblem): string => {
  switch (kind) {
    case "unreadable":
      return "is no table: CSV with a heading line is needed.";
    case "empty":
      return "has no votes.";
    case "columns":
      return `has none of the headings that are needed: ${word}.`;
    case "uneven":
      return `has more or fewer cells than headings in line ${line}.`;
    case "participant":
      return `has “${word}” in line ${line}, where a participant is needed, once.`;
    case "statement":
      return `has “${word}” in line ${line}, where a statement is needed.`;
    case "vote":
      return `has “${word}” in line ${line}, where 1, 0 or -1 is needed.`;
    case "time":
      return `has “${word}” in line ${line}, where milliseconds are needed.`;
    case "tooMany":
      return "is too large: at most 5,000,000 votes.";
  }
};

const seedOf = (text: string | undefined): number => {
  if (text !== undefined && !/^\d{1,9}$/u.test(text))
    throw new WrongUsage("--seed is not usable. Example: --seed 1.");
  return Number(text ?? 1);
};

/** Ids as numbers where they are, as other programs write them. */
const plain = (id: string): string | number => (/^(0|[1-9]\d{0,14})$/u.test(id) ? Number(id) : id);

const groupFile = async (call: Call): Promise<void> => {
  const seed = seedOf(call.option("seed"));
  const name = call.parameter(0);
  const bytes = await readFile(call.path(name)).catch((error: unknown) => {
    throw new Error(`${name} cannot be read.`, { cause: error });
  });
  const reading = readOpinions(bytes);
  if (!reading.ok) throw new Error(`${name} ${inWords(reading.problem)}`);
  const out = (call.option("moderated-out") ?? "").split(/[\s,]+/u).filter((id) => id !== "");
  const unknown = out.find((id) => !reading.statements.includes(id));
  if (unknown !== undefined)
    throw new WrongUsage(`--moderated-out: there is no statement ${unknown} in the file.`);
  const matrix = opinionMatrix(reading.votes, { statements: reading.statements, out });
  const map = mapOf(matrix, groupsOf(matrix, { seed }), new Uint8Array(matrix.statements.length));
  const entry = ({ statement, ...rest }: { readonly statement: string }) => ({
    statement: plain(statement),
    ...rest,
  });
  const groups = map.members.map((rows, id) => ({
    id,
    members: rows.map((row) => plain(matrix.participants[row] ?? "")),
  }));
  call.answer(
    {
      participants: matrix.participants.length,
      statements: matrix.statements.length,
      seed,
      stable: map.isStable,
      stability: map.stability,
      silhouette: map.silhouette,
      groups,
      consensus: [
        ...map.consensus.agree.map((one) => ({ direction: "agree", ...entry(one) })),
        ...map.consensus.disagree.map((one) => ({ direction: "disagree", ...entry(one) })),
      ],
      uniting: Object.fromEntries(matrix.statements.map((id, column) => [id, map.uniting[column]])),
      representative: Object.fromEntries(map.representative.map((all, id) => [id, all.map(entry)])),
      priorities: Object.fromEntries(matrix.statements.map((id, column) => [id, map.priorities[column]])),
    },
    [
      `${matrix.participants.length} people, ${matrix.statements.length} statements, ${map.rows.length} people on the map.`,
      map.isStable
        ? `${map.count} groups; they come out again to ${Math.round(map.stability * 100)} %.`
        : "No stable groups: these are the likeliest, and may be chance.",
      ...groups.map(({ id, members }) => `Group ${id}: ${members.length} people.`),
      ...map.representative.flatMap((all, id) =>
        all.map(
          ({ statement, direction, successes, trials }) =>
            `Group ${id} ${direction === "agree" ? "agrees" : "disagrees"} with ${statement}: ${successes} of ${trials}.`,
        ),
      ),
    ],
  );
};

/** Groups of opinion, without a town or a database. */
export const groupsCommands: readonly Command[] = [
  {
    name: "groups",
    words:
      "Find groups of opinion in votes (CSV: participant_id, statement_id, vote; or a Polis export), and what each stands for.",
    parameters: ["VOTES"],
    options: {
      "moderated-out": { value: "IDS", words: "statements that were taken out, with commas between" },
      seed: { value: "NUMBER", words: "the beginning of chance, usually 1" },
    },
    run: groupFile,
  },
];
