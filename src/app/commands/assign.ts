import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { answerPlan } from "#methods/assignment-answer.ts";
import { readNumbered } from "#methods/assignment-file.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import { Plan } from "#methods/assignment-plan.ts";
import { explainNumbered } from "#methods/assignment-reasons.ts";
import { type SolveOptions, solveAssignment } from "#methods/assignment-solver.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";

const unzip = promisify(gunzip);
const usualSeconds = 60;
const mostSeconds = 86_400;

const readSeconds = (text: string | undefined): number => {
  if (text === undefined) return usualSeconds;
  const seconds = Number(text);
  if (!/^\d+(\.\d+)?$/u.test(text) || seconds <= 0 || seconds > mostSeconds)
    throw new WrongUsage("--time-limit is not usable. Example: --time-limit 60.");
  return seconds;
};

const readContent = async (file: string): Promise<unknown> => {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Error(`${file} cannot be read.`, { cause: error });
  });
  // Packed or not is seen from the first two bytes, whatever the name says.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = isPacked
    ? await unzip(bytes).catch((error: unknown) => {
        throw new Error(`${file} is damaged: it cannot be unpacked.`, { cause: error });
      })
    : bytes;
  try {
    return JSON.parse(text.toString("utf8"));
  } catch (error) {
    throw new Error(`${file} is not JSON.`, { cause: error });
  }
};

type Answer = { readonly value: object; readonly lines: readonly string[] };

const proof = (objective: number, bound: number, optimal: boolean): string =>
  optimal
    ? `Value ${objective}, proven to be the best.`
    : `Value ${objective}; the best could reach ${bound} at most. More time may find it: --time-limit.`;

const answerNumbered = (content: unknown, options: SolveOptions): Answer => {
  const problem = readNumbered(content);
  const { chosen, objective, bound, optimal } = solveAssignment(problem, options);
  const assignments = chosen.map((index) => [problem.options[index]?.helper, problem.options[index]?.need]);
  const unfilled = explainNumbered(problem, chosen);
  const places = problem.needs.reduce((sum, { maximum }) => sum + maximum, 0);
  return {
    value: { assignments, objective, bound, optimal, filled: chosen.length, unfilled },
    lines: [`${chosen.length} of ${places} places are filled.`, proof(objective, bound, optimal)],
  };
};

const answerNamed = (content: unknown, options: SolveOptions): Answer => {
  const read = Plan.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`At “${issue?.path.join(".") || "the top"}”: ${issue?.message ?? "not understood"}.`);
  }
  const plan = read.data;
  const answer = answerPlan(plan, options);
  const helpers = new Map(plan.helpers.map(({ id, name }) => [id, name || id]));
  const titles = new Map(plan.needs.map((need) => [need.id, titleOf(plan, need)]));
  const byNeed = Map.groupBy(answer.assignments, ([, need]) => need);
  const { minimumFilled, minimumNeeded } = answer.figures;
  return {
    value: answer,
    lines: [
      ...plan.needs.map(({ id }) => {
        const names = (byNeed.get(id) ?? []).map(([helper]) => helpers.get(helper) ?? helper);
        return `${titles.get(id)}: ${names.join(", ") || "–"}`;
      }),
      ...answer.unfilled.map(
        ({ need, missing, reasons }) =>
          `${missing} missing at ${titles.get(need)}: ${reasons.map(({ code }) => code).join(", ")}`,
      ),
      `${minimumFilled} of ${minimumNeeded} places that are needed at least are filled.`,
      proof(answer.objective, answer.bound, answer.optimal),
    ],
  };
};

const titleOf = (plan: Plan, { shift, role }: Plan["needs"][number]): string => {
  const time = plan.shifts.find(({ id }) => id === shift);
  const task = plan.roles.find(({ id }) => id === role);
  return [time?.title, time?.from.slice(0, 16).replace("T", " "), task?.name || role]
    .filter(Boolean)
    .join(" · ");
};

const assign = async (call: Call): Promise<void> => {
  const timeLimitSeconds = readSeconds(call.option("time-limit"));
  const content = await readContent(call.path(call.parameter(0)));
  const options = { highs: await loadHighs(), timeLimitSeconds };
  const isNamed = typeof content === "object" && content !== null && "kind" in content;
  const { value, lines } = (isNamed ? answerNamed : answerNumbered)(content, options);
  call.answer(value, lines);
};

/** What is computed from files, without a town or a database. */
export const assignCommands: readonly Command[] = [
  {
    name: "assign",
    words: "Assign people to shifts: the best plan for a file of wishes (JSON, also packed), with its proof.",
    parameters: ["FILE"],
    options: {
      "time-limit": { value: "SECONDS", words: `how long to search at most, usually ${usualSeconds}` },
    },
    run: assign,
  },
];
