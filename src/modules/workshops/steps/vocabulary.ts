import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How a step stands. */
export const stepStates = ["planned", "started", "done", "dropped"] as const;

const words = messages(
  {
    state_planned: "Planned",
    state_started: "Begun",
    state_done: "Done",
    state_dropped: "Dropped",
  },
  { de },
);

export const stateName = naming(stepStates, (reader, code) => words(reader)(`state_${code}`));
