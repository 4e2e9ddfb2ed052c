import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Tie } from "#methods/ballot.ts";
import { type FileProblem, readBallotFile } from "#methods/ballot-file.ts";
import { checkSeal } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { countRunoff } from "#methods/instant-runoff.ts";
import {
  type RankedFile,
  type RankedProblem,
  readBlt,
  readPrefLib,
  readyToCount,
} from "#methods/ranked-file.ts";
import { countSchulze } from "#methods/schulze.ts";
import { countStv, wholeVote } from "#methods/scottish-stv.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";

const rankedProblems: Readonly<Record<RankedProblem["because"], string>> = {
  empty: "there is nothing in it",
  head: "it does not say how many options and seats there are",
  weight: "a sheet does not begin with how often it was given",
  option: "an option is ranked that there is not",
  twice: "an option is ranked twice on one sheet",
  end: "the sheets do not end with 0",
  names: "names are missing",
  line: "this is no line of sheets",
  tooMany: "these are more options or sheets than can be counted",
};

const readText = async (call: Call): Promise<string> => {
  const name = call.parameter(0);
  const bytes = await readFile(call.path(name)).catch((error: unknown) => {
    throw new Error(`${name} cannot be read.`, { cause: error });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
};

const readRanked = async (call: Call): Promise<RankedFile> => {
  const name = call.parameter(0);
  const text = await readText(call);
  const reading = extname(name).toLowerCase() === ".blt" ? readBlt(text) : readPrefLib(text);
  if (reading.ok) return readyToCount(reading.value);
  throw new Error(`${name}, line ${reading.problem.line}: ${rankedProblems[reading.problem.because]}.`);
};

type Naming = (id: string) => string;
type Counted = { readonly winners: readonly string[]; readonly rounds: readonly unknown[] };

const votesByName = (name: Naming, options: readonly string[], votes: readonly number[], unit: number) =>
  Object.fromEntries(options.map((id, option) => [name(id), (votes[option] ?? 0) / unit]));

const counts: Readonly<
  Record<string, (file: RankedFile, name: Naming, people: number) => Counted & { ties: readonly Tie[] }>
> = {
  stv: ({ options, sheets, seats }, name, people) => {
    const tally = countStv(options, sheets, seats, people);
    const rounds = tally.stages.map(({ what, id, votes, exhausted, elected }) => ({
      what,
      ...(id === null ? {} : { of: name(id) }),
      votes: votesByName(name, tally.options, votes, wholeVote),
      exhausted: exhausted / wholeVote,
      elected: elected.map(name),
    }));
    return { ...tally, rounds, winners: tally.winners.map(name) };
  },
  irv: ({ options, sheets }, name, people) => {
    const tally = countRunoff(options, sheets, people);
    const rounds = tally.rounds.map(({ votes, exhausted, excluded }) => ({
      votes: votesByName(name, tally.options, votes, 1),
      exhausted,
      excluded: excluded === null ? null : name(excluded),
    }));
    return { ...tally, rounds, winners: tally.winners.map(name) };
  },
  schulze: ({ options, sheets }, name, people) => {
    const tally = countSchulze(options, sheets, {}, people);
    const rounds = tally.order.map((group) => ({ place: group.map(name) }));
    // Several winners are told as they are: the lot is drawn by people.
    return { ...tally, rounds, winners: (tally.order[0] ?? []).map(name) };
  },
};

const seatsFor = (call: Call, file: RankedFile): number => {
  const given = call.option("seats");
  if (given === undefined) return file.seats;
  if (!/^[1-9]\d{0,2}$/u.test(given)) throw new WrongUsage("--seats is not usable. Example: --seats 3.");
  return Number(given);
};

const ranked = async (call: Call): Promise<void> => {
  const method = call.option("method") ?? "";
  const count = Object.hasOwn(counts, method) ? counts[method] : undefined;
  if (!count) throw new WrongUsage(`--method is one of: ${Object.keys(counts).join(", ")}.`);
  const read = await readRanked(call);
  const file = { ...read, seats: seatsFor(call, read) };
  const names = new Map(file.options.map(({ id, title }) => [id, title]));
  const people = file.sheets.reduce((sum, { weight }) => sum + weight, 0) + file.blank;
  const { winners, rounds, ties, ...rest } = count(file, (id) => names.get(id) ?? id, people);
  call.answer({ winners, rounds, ties, method, ...rest }, [
    `${people} sheets, ${file.options.length} options, by: ${method}`,
    ...winners.map((winner) => `Elected: ${winner}`),
    ...ties.map(
      ({ round, among, taken, by }) =>
        `Round ${round}: ${among.map((id) => names.get(id)).join(", ")} were tied; ${names.get(taken)} was taken by ${by}.`,
    ),
  ]);
};

const fileProblem = ({ because, at }: FileProblem): string => {
  if (because === "notJson") return "this is no published ballot";
  if (because === "marks") return `${at} is filled in as the rule does not allow`;
  if (because === "doubleReceipt") return `${at} has a receipt that stood there before`;
  return `${at} is not as it must be`;
};

const check = async (call: Call): Promise<void> => {
  const name = call.parameter(0);
  const read = readBallotFile(await readText(call));
  if (!read.ok) throw new Error(`${name}: ${fileProblem(read.problem)}.`);
  const { file, seal } = read.value;
  const sealed = checkSeal(file, seal);
  if (!sealed.ok && sealed.because === "order")
    throw new Error(`${name}: the sheets are not in their order.`);
  if (!sealed.ok)
    throw new Error(`${name}: something was changed between sheets ${sealed.from} and ${sealed.to}.`);
  const tally = tallyBallot(file);
  const titles = new Map(file.options.map(({ id, title }) => [id, title]));
  call.answer({ ...tally, seal: seal.seal }, [
    file.title,
    `${file.sheets.length} sheets, ${file.invalid} more that do not count, by: ${file.rule.kind}`,
    ...tally.winners.map((id) => `${id}  ${titles.get(id) ?? ""}`),
    `The seal holds: ${seal.seal}`,
  ]);
};

/** Counting rankings, and counting again what a town published. */
export const tallyRankedCommands: readonly Command[] = [
  {
    name: "tally ranked",
    words: "Count rankings (.blt; .soc, .soi, .toc of PrefLib).",
    parameters: ["FILE"],
    options: {
      method: { value: "WORD", words: "irv, stv (Scottish rules) or schulze", required: true },
      seats: { value: "NUMBER", words: "how many are elected by stv; usually what the file says" },
    },
    run: ranked,
  },
  {
    name: "tally check",
    words: "Check the seal of a published ballot and count it again.",
    parameters: ["FILE"],
    run: check,
  },
];
