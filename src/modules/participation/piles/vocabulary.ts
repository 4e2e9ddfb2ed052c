import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** Why a sheet counts for nobody. */
export const invalidReasons = ["tooMany", "unclear", "named", "foreign"] as const;
export type InvalidReason = (typeof invalidReasons)[number];

export const pileStates = ["first", "second", "differs", "agreed"] as const;
const words = messages(
  {
    reason_tooMany: "more marked than allowed",
    reason_unclear: "one cannot see what is meant",
    reason_named: "has a name or a note on it",
    reason_foreign: "no paper of ours, or its number cannot be read",
    state_first: "First count",
    state_second: "Second count",
    state_differs: "The counts differ",
    state_agreed: "In the box",
  },
  { de },
);

export const reasonName = naming(invalidReasons, (reader, code) => words(reader)(`reason_${code}`));
export const pileStateName = naming(pileStates, (reader, code) => words(reader)(`state_${code}`));
