import { messages, naming } from "#core/messages.ts";
import { stands } from "#methods/indicator-stand.ts";
import de from "./vocabulary.de.json" with { type: "json" };

const words = messages(
  {
    stand_reached: "Target reached",
    stand_onTrack: "On track",
    stand_behind: "Behind",
    stand_worse: "Worse than at the beginning",
    stand_stale: "No new evidence",
    stand_missing: "Evidence is missing",
  },
  { de },
);

/** "Auf Kurs" for `onTrack`. */
export const standName = naming(stands, (reader, code) => words(reader)(`stand_${code}`));
