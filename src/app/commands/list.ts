import { assignCommands } from "./assign.ts";
import { borderCommands } from "./borders.ts";
import type { Command } from "./command.ts";
import { databaseCommands } from "./database.ts";
import { doctorCommands } from "./doctor.ts";
import { exportCommands } from "./exports.ts";
import { groupsCommands } from "./groups.ts";
import { importPeopleCommands } from "./import-people.ts";
import { importCommands } from "./imports.ts";
import { networkCommands } from "./network.ts";
import { peopleCommands } from "./people.ts";
import { protectCommands } from "./protect.ts";
import { surveyCommands } from "./survey-convert.ts";
import { tallyCommands } from "./tally.ts";
import { townCommands } from "./towns.ts";

/** Everything the command line understands, in the order of its help. */
export const commands: readonly Command[] = [
  ...databaseCommands,
  ...townCommands,
  ...importCommands,
  ...importPeopleCommands,
  ...borderCommands,
  ...exportCommands,
  ...peopleCommands,
  ...assignCommands,
  ...surveyCommands,
  ...protectCommands,
  ...tallyCommands,
  ...groupsCommands,
  ...networkCommands,
  ...doctorCommands,
];
