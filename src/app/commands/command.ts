import { parseArgs } from "node:util";
import type { Settings } from "#core/env.ts";

/** An option of a command; one that is a switch carries no value. */
export type Option = {
  readonly words: string;
  /** What stands for its value in the help; without it the option is a switch. */
  readonly value?: string;
  readonly required?: true;
  readonly several?: true;
};

export type Command = {
  /** As it is typed: "town add". */
  readonly name: string;
  /** One sentence for the help. */
  readonly words: string;
  /** Names of what follows without an option, all required. */
  readonly parameters?: readonly string[];
  readonly options?: Readonly<Record<string, Option>>;
  readonly run: (call: Call) => Promise<void>;
};

/** One use of a command: what was given, and where its answer goes. */
export type Call = {
  /** What was given in this place; there is always something. */
  readonly parameter: (position: number) => string;
  readonly option: (name: string) => string | undefined;
  readonly options: (name: string) => readonly string[];
  readonly isOn: (name: string) => boolean;
  /** Read when somebody asks: a wrong setting must not keep the help or the doctor away. */
  readonly settings: () => Settings;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file name as the caller meant it, from the folder they stand in. */
  readonly path: (file: string) => string;
  /** A line about how far it is; machines do not hear it. */
  readonly report: (line: string) => void;
  /** What came out: the value for machines, the lines for people. */
  readonly answer: (value: unknown, lines: readonly string[]) => void;
};

/** Somebody typed what the command line does not understand. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

type Given = Pick<Call, "parameter" | "option" | "options" | "isOn">;

/** What was given to a command, or WrongUsage with the reason. */
export const readArguments = (command: Command, words: readonly string[]): Given => {
  const { values, positionals } = parse(command, words);
  const missing = (command.parameters ?? []).slice(positionals.length);
  if (missing.length > 0) throw new WrongUsage(`${missing.join(" and ")} is missing.`);
  const surplus = positionals.slice(command.parameters?.length ?? 0);
  if (surplus.length > 0) throw new WrongUsage(`“${surplus.join(" ")}” is too much.`);
  for (const [name, { required }] of Object.entries(command.options ?? {})) {
    if (required && values[name] === undefined) throw new WrongUsage(`--${name} is missing.`);
  }
  return {
    parameter: (position) => positionals[position] ?? "",
    option: (name) => values[name]?.at(-1),
    options: (name) => values[name] ?? [],
    isOn: (name) => values[name] !== undefined,
  };
};

type Parsed = {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly positionals: readonly string[];
};

const parse = (command: Command, words: readonly string[]): Parsed => {
  const options = Object.entries({ ...command.options, ...common }).map(([name, { value }]) => [
    name,
    {
      type: value ? ("string" as const) : ("boolean" as const),
      multiple: true,
      ...(name === "help" ? { short: "h" } : {}),
    },
  ]);
  try {
    const parsed = parseArgs({
      args: [...words],
      options: Object.fromEntries(options),
      allowPositionals: true,
    });
    const values = Object.entries(parsed.values).map(([name, given]) => [name, [given].flat().map(String)]);
    refuseRepeated(command, Object.fromEntries(values));
    return { values: Object.fromEntries(values), positionals: parsed.positionals };
  } catch (error) {
    if (error instanceof WrongUsage || !(error instanceof TypeError)) throw error;
    throw new WrongUsage(error.message.replace(/\. To specify.*$/su, "."));
  }
};

const refuseRepeated = (
  { options = {} }: Command,
  values: Readonly<Record<string, readonly string[]>>,
): void => {
  for (const [name, { value, several }] of Object.entries(options)) {
    if (value && !several && (values[name]?.length ?? 0) > 1)
      throw new WrongUsage(`--${name} may stand only once.`);
  }
};

/** What every command understands. */
export const common: Readonly<Record<string, Option>> = {
  json: { words: "answer for machines, as JSON" },
  help: { words: "show this help" },
};
