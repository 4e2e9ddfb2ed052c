import { type Command, common, type Option } from "./command.ts";

const optionLine = ([name, { value, required, several, words }]: [string, Option]): [string, string] => {
  const notes = [required ? "required" : "", several ? "may be repeated" : ""].filter(Boolean).join(", ");
  return [`--${name}${value ? ` ${value}` : ""}`, notes ? `${words} (${notes})` : words];
};

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`);
};

const usage = ({ name, parameters = [], options = {} }: Command): string => {
  const required = Object.entries(options).filter(([, option]) => option.required);
  const words = required.map(([option, { value }]) => `--${option}${value ? ` ${value}` : ""}`);
  const more = required.length < Object.keys(options).length ? ["[options]"] : [];
  return ["anlaufstelle", name, ...parameters, ...words, ...more].join(" ");
};

/** How one command is used. */
export const helpFor = (command: Command): string[] => [
  command.words,
  "",
  `Usage: ${usage(command)}`,
  "",
  "Options:",
  ...columns(Object.entries({ ...command.options, ...common }).map(optionLine)),
];

/** All these commands, each with its sentence. */
export const overview = (commands: readonly Command[]): string[] => [
  "Usage: anlaufstelle COMMAND [options]",
  "",
  "Commands:",
  ...columns(commands.map(({ name, parameters = [], words }) => [[name, ...parameters].join(" "), words])),
  "",
  "Every command explains itself with --help and answers machines with --json.",
  "It ends with 0 when all is well, 1 when it was refused or failed, 2 when it was not understood.",
  "Settings come from the environment, as for the server: DATABASE_URL, DATA_DIR, BASE_URL, SMTP_URL …",
];
