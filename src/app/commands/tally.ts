import type { Command } from "./command.ts";
import { tallyRankedCommands } from "./tally-ranked.ts";
import { tallySharesCommands } from "./tally-shares.ts";

/** Counting what was voted on, without a town or a database. */
export const tallyCommands: readonly Command[] = [...tallySharesCommands, ...tallyRankedCommands];
