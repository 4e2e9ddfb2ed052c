import { readFile } from "node:fs/promises";
import type { Tie } from "#methods/ballot.ts";
import { compare } from "#methods/equal-shares.ts";
import { complete, fillUp, type Plan, TooManySteps } from "#methods/equal-shares-completion.ts";
import { electorateOf, type Reading } from "#methods/equal-shares-electorate.ts";
import { fundGreedily } from "#methods/greedy-budget.ts";
import { type Pabulib, type PabulibProblem, readPabulib } from "#methods/pabulib-file.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";

const inWords = ({ line, kind, word }: PabulibProblem): string => {
  const here = `line ${line}`;
  switch (kind) {
    case "quotes":
      return `${here}: a quotation mark is opened and never closed.`;
    case "section":
      return `${here}: “${word}” stands before META, PROJECTS or VOTES.`;
    case "heading":
      return `${here}: “${word}” stands under no heading.`;
    case "missing":
      return `${here}: ${word} is missing.`;
    case "amount":
      return `${here}: “${word}” is no amount above zero.`;
    case "tooLarge":
      return `${here}: ${word} is more than can be counted exactly.`;
    case "voteType":
      return `${here}: votes of the type “${word}” are not counted.`;
    case "project":
      return `${here}: there is no project “${word}”.`;
    case "points":
      return `${here}: “${word}” are no points for these projects.`;
    case "twice":
      return `${here}: “${word}” stands there twice.`;
    case "count":
      return `${here}: ${word} is told, but that many are not there.`;
  }
};

const utilities = ["cost", "cardinality", "given"] as const;
const completions = ["none", "add1", "add1-exhaustive"] as const;

const oneOf = <T extends string>(call: Call, name: string, words: readonly T[], usual: T): T => {
  const given = call.option(name);
  const found = words.find((word) => word === (given ?? usual));
  if (!found) throw new WrongUsage(`--${name} is one of: ${words.join(", ")}.`);
  return found;
};

const amountOption = (call: Call, name: string, scale: number): number | undefined => {
  const given = call.option(name);
  if (given === undefined) return undefined;
  const units = Number(given) * scale;
  if (!/^\d+(\.\d+)?$/u.test(given) || !Number.isSafeInteger(units) || units <= 0)
    throw new WrongUsage(`--${name} is not usable. Example: --${name} 1.`);
  return units;
};

const leastVotes = (call: Call): number => {
  const given = call.option("least-votes") ?? "0";
  if (!/^\d{1,9}$/u.test(given))
    throw new WrongUsage("--least-votes is not usable. Example: --least-votes 20.");
  return Number(given);
};

/** One unit of the currency, or a thousandth of a share where shares are large. */
const usualStep = ({ budget, scale, sheets }: Pabulib): number => {
  const share = budget / scale / Math.max(1, sheets.length);
  return (share > 5_000 ? Math.round(share / 1_000) : 1) * scale;
};

const readFund = async (call: Call): Promise<Pabulib> => {
  const name = call.parameter(0);
  const bytes = await readFile(call.path(name)).catch((error: unknown) => {
    throw new Error(`${name} cannot be read.`, { cause: error });
  });
  const reading = readPabulib(bytes);
  if (!reading.ok) throw new Error(`${name}, ${inWords(reading.problem)}`);
  const { file } = reading;
  if (file.hasListNumbers) return file;
  return { ...file, options: [...file.options].sort((one, other) => (one.id < other.id ? -1 : 1)) };
};

const electorateFor = (file: Pabulib, utility: Reading["utility"]) =>
  electorateOf(
    file.options,
    file.sheets.map(({ marks }) => marks),
    { paper: file.paper, utility, most: Number(file.meta.get("max_length")) || 0 },
  );

type Counted = {
  readonly rule: string;
  readonly winners: readonly { readonly id: string; readonly cost: number }[];
  readonly ties: readonly Tie[];
  readonly notes: readonly string[];
};

const answer = (call: Call, file: Pabulib, { rule, winners, ties, notes }: Counted): void => {
  const titles = new Map(file.options.map(({ id, title }) => [id, title]));
  const cost = winners.reduce((sum, one) => sum + one.cost, 0) / file.scale;
  const budget = file.budget / file.scale;
  call.answer({ winners: winners.map(({ id }) => id), cost, budget, rule, ties }, [
    `${file.sheets.length} sheets, ${file.options.length} projects, by: ${rule}`,
    ...winners.map(
      (one, place) => `${place + 1}. ${one.id}  ${titles.get(one.id) ?? ""}  (${one.cost / file.scale})`,
    ),
    `${winners.length} projects are funded, for ${cost} of ${budget}.`,
    ...ties.map(
      ({ round, among, taken, by }) =>
        `Round ${round}: ${among.join(", ")} were tied; ${taken} goes first by ${by}.`,
    ),
    ...notes,
  ]);
};

const countSteps = (electorate: ReturnType<typeof electorateOf>, plan: Plan) => {
  try {
    return complete(electorate, plan);
  } catch (error) {
    if (error instanceof TooManySteps) throw new Error("The step is too small for this budget: see --step.");
    throw error;
  }
};

const equalShares = async (call: Call): Promise<void> => {
  const utility = oneOf(call, "utility", utilities, "cost");
  const completion = oneOf(call, "completion", completions, "none");
  const file = await readFund(call);
  const electorate = electorateFor(file, utility);
  const plan: Plan = {
    budget: file.budget,
    leastVotes: leastVotes(call),
    completion,
    step: amountOption(call, "step", file.scale) ?? usualStep(file),
    tieBreak: "approvers",
    wholeShares: file.scale,
  };
  const { outcome, steps, allFit } = countSteps(electorate, plan);
  const added = call.isOn("then-by-votes") ? fillUp(electorate, plan, outcome).added : [];
  const chosen = [...outcome.funded.flatMap((index) => electorate.backings[index] ?? []), ...added];
  const listed = fundGreedily(electorate, plan);
  const compared = compare(electorate, chosen, listed);
  const isList = call.isOn("comparison") && compared.better > compared.worse;
  const share = Number((outcome.share.of * 100n) / (outcome.share.by * BigInt(file.scale))) / 100;
  answer(call, file, {
    rule: [
      "equal-shares",
      utility,
      completion,
      ...["then-by-votes", "comparison"].filter((name) => call.isOn(name)),
    ].join("/"),
    winners: isList ? listed : chosen,
    ties: outcome.ties,
    notes: [
      `Everybody has ${share} in the end${steps > 0 ? `, after ${steps} steps of ${plan.step / file.scale}` : ""}.`,
      `Down the list by votes, ${compared.better} sheets would have more of their projects, ${compared.worse} fewer.`,
      ...(isList ? ["So the list by votes stands."] : []),
      ...(allFit && completion !== "none"
        ? ["All projects fit together: shares were not raised. --then-by-votes funds them all."]
        : []),
    ],
  });
};

const greedy = async (call: Call): Promise<void> => {
  const file = await readFund(call);
  const winners = fundGreedily(electorateFor(file, "cardinality"), {
    budget: file.budget,
    leastVotes: leastVotes(call),
  });
  answer(call, file, { rule: "greedy/votes/skip", winners, ties: [], notes: [] });
};

const leastVotesOption = { value: "NUMBER", words: "leave out projects with fewer votes" };

/** The count of a citizens' fund from a file of pabulib.org. */
export const tallySharesCommands: readonly Command[] = [
  {
    name: "tally equal-shares",
    words: "Count a fund by the Method of Equal Shares, exactly (.pb of pabulib.org).",
    parameters: ["FILE"],
    options: {
      utility: {
        value: "WORD",
        words: "cost (usual), cardinality, or given: points, or the place in a ranking",
      },
      completion: { value: "WORD", words: "none (usual), add1, or add1-exhaustive" },
      step: {
        value: "AMOUNT",
        words: "by how much shares grow; usually 1, or a thousandth of a large share",
      },
      comparison: { words: "take the list by votes if strictly more sheets get more from it" },
      "then-by-votes": { words: "spend what is left by votes" },
      "least-votes": leastVotesOption,
    },
    run: equalShares,
  },
  {
    name: "tally greedy",
    words: "Count a fund down the list by votes, skipping what does not fit (.pb of pabulib.org).",
    parameters: ["FILE"],
    options: { "least-votes": leastVotesOption },
    run: greedy,
  },
];
