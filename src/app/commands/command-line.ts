import { resolve } from "node:path";
import { readSettings } from "#core/env.ts";
import { type Call, type Command, readArguments, WrongUsage } from "./command.ts";
import { helpFor, overview } from "./help.ts";

/** The world around the command line. */
export type Terminal = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which the caller stands. */
  readonly folder: string;
  readonly out: (line: string) => void;
  readonly complain: (line: string) => void;
};

/** Does what was typed and answers with the exit code: 0 well, 1 refused or failed, 2 not understood. */
export const runCommandLine = async (
  commands: readonly Command[],
  words: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const found = find(commands, words);
  try {
    if (found) return await runCommand(found.command, found.rest, terminal);
    const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `));
    const asksForHelp = words.some((word) => ["--help", "-h", "help"].includes(word));
    if (asksForHelp) {
      for (const line of overview(group.length > 0 ? group : commands)) terminal.out(line);
      return 0;
    }
    throw new WrongUsage(
      group.length > 0
        ? `After “${words[0]}” comes ${group.map(({ name }) => name.split(" ")[1]).join(" or ")}.`
        : words.length === 0
          ? "A command is missing."
          : `There is no command “${words[0]}”.`,
    );
  } catch (error) {
    const isUsage = error instanceof WrongUsage;
    const name = found ? `${found.command.name} ` : "";
    terminal.complain(isUsage ? `${error.message} See: anlaufstelle ${name}--help` : inWords(error));
    return isUsage ? 2 : 1;
  }
};

const find = (commands: readonly Command[], words: readonly string[]) => {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "));
    if (command) return { command, rest: words.slice(length) };
  }
  return undefined;
};

const runCommand = async (
  command: Command,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  if (words.includes("--help") || words.includes("-h")) {
    for (const line of helpFor(command)) terminal.out(line);
    return 0;
  }
  const given = readArguments(command, words);
  const isJson = given.isOn("json");
  const call: Call = {
    ...given,
    environment: terminal.environment,
    settings: () => readSettings(terminal.environment),
    path: (file) => resolve(terminal.folder, file),
    report: (line) => {
      if (!isJson) terminal.out(line);
    },
    answer: (value, lines) => {
      for (const line of isJson ? [JSON.stringify(value, null, 2)] : lines) terminal.out(line);
    },
  };
  await command.run(call);
  return 0;
};

const silent = ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "ECONNRESET"];

/** One line, whatever was thrown. */
const inWords = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (silent.includes(code))
    return `The database does not answer (${code}). Is DATABASE_URL right, and is the server running?`;
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.replace(/\s*\n\s*/gu, " ");
};
