import { runCommandLine } from "./commands/command-line.ts";
import { commands } from "./commands/list.ts";

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
  environment: process.env,
  // `bin/anlaufstelle` changes into its own folder and tells from where it was called.
  folder: process.env["CALLED_FROM"] ?? process.cwd(),
  out: (line) => console.log(line),
  complain: (line) => console.error(line),
});
