import type { Context } from "#core/context.ts";
import { takePeople } from "#modules/people/imports/commands.ts";
import {
  type PersonProblem,
  type PlannedPerson,
  planPeople,
  readPeople,
} from "#modules/people/imports/queries.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";
import { inTown } from "./house.ts";
import { importOptions, readText } from "./upload.ts";

const tableProblems = {
  empty: "The file has no rows.",
  tooManyRows: "The file has too many rows; please split it.",
  quotes: "A quotation mark in the file is never closed.",
  doubleHeading: "Two columns have the same heading.",
  binary: "This is no table of text; save a spreadsheet as CSV first.",
  noColumns: "The file needs a column for the name.",
} as const;

const problems: Readonly<Record<PersonProblem, string>> = {
  noName: "the name is missing",
  email: "the e-mail address is none",
  phone: "the phone number is none",
  age: "the age cannot be read",
  guardian: "under 16, and nobody who has agreed is named",
  uneven: "more or fewer cells than headings",
  twice: "the e-mail address stands in the file twice",
  otherName: "the e-mail address belongs to somebody of another name",
};

const linesToAdd = (call: Call): number[] =>
  call.options("add").map((line) => {
    if (!/^\d{1,8}$/u.test(line)) throw new WrongUsage(`--add ${line} is no line of the file.`);
    return Number(line);
  });

const rowLine = ({ draft, state, known, problem }: PlannedPerson): string => {
  const which = known && known.name !== draft.name ? ` (known as ${known.name})` : "";
  return `${String(draft.line).padStart(5)}  ${state.padEnd(6)}  ${draft.name}${which}${problem ? `: ${problems[problem]}` : ""}`;
};

const plan = async (ctx: Context, text: string): Promise<readonly PlannedPerson[]> => {
  const table = readPeople(text);
  if (!table.ok) throw new Error(tableProblems[table.problem]);
  return planPeople(
    ctx,
    table.people.map(({ draft }) => draft),
    { pool: new Set(), seesAll: true },
  );
};

const refuseWrong = (rows: readonly PlannedPerson[]): void => {
  const wrong = rows.filter(({ state }) => state === "wrong");
  const [first] = wrong;
  if (!first?.problem) return;
  const where = `the first in line ${first.draft.line}: ${problems[first.problem]}`;
  throw new Error(`Nothing was taken over. Wrong rows: ${wrong.length}, ${where}.`);
};

const importPeople = async (call: Call): Promise<void> => {
  const { name, text } = await readText(call);
  const source = call.option("source") ?? name.replace(/\.\w+$/u, "");
  if (call.isOn("dry-run")) {
    const rows = await inTown(call, "read only", (ctx) => plan(ctx, text));
    const sum = `${rows.length} rows were looked at, nothing was changed.`;
    const answer = rows.map(({ draft, state, problem, known }) => ({
      line: draft.line,
      state,
      name: draft.name,
      known: known?.name ?? null,
      problem: problem ?? null,
    }));
    return call.answer({ source, rows: answer }, [...rows.map(rowLine), sum]);
  }
  const add = linesToAdd(call);
  const figures = await inTown(call, "read write", async (ctx) => {
    const rows = await plan(ctx, text);
    refuseWrong(rows);
    const { people, made } = await takePeople(ctx, rows, { source }, add);
    return { new: made, known: people.size - made, left: rows.length - people.size };
  });
  const left = `${figures.left} look like somebody known and were left out: see --dry-run, and --add LINE for those that are new.`;
  call.answer({ source, ...figures }, [
    `${figures.new} new, ${figures.known} known before.`,
    ...(figures.left > 0 ? [left] : []),
  ]);
};

/** People from a table, with the word of whoever brings it that they agreed. */
export const importPeopleCommands: readonly Command[] = [
  {
    name: "import people",
    words: "Take people over from a table (CSV); consent to keep their file is noted as given on paper.",
    parameters: ["FILE"],
    options: {
      ...importOptions,
      source: { value: "WORDS", words: "where it comes from; else the file's name" },
      add: {
        value: "LINE",
        words: "take this line over although it looks like somebody known",
        several: true,
      },
    },
    run: importPeople,
  },
];
