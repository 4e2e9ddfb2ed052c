import type { Command } from "./command.ts";
import { databaseCommands } from "./database.ts";
import { doctorCommands } from "./doctor.ts";
import { exchangeCommands } from "./exchange.ts";
import { peopleCommands } from "./people.ts";
import { townCommands } from "./towns.ts";

/** Everything the command line understands, in the order of its help. */
export const commands: readonly Command[] = [
  ...databaseCommands,
  ...townCommands,
  ...exchangeCommands,
  ...peopleCommands,
  ...doctorCommands,
];
