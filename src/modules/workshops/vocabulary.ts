import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The course of a workshop. */
export const workshopStates = [
  "draft",
  "announced",
  "running",
  "correcting",
  "finished",
  "canceled",
] as const;
export type WorkshopState = (typeof workshopStates)[number];

/** The three parts of a future workshop (Zukunftswerkstatt), and whatever else fills a day. */
export const phaseKinds = ["critique", "vision", "realization", "other"] as const;

/** What the phones may do in a phase at this moment. */
export const phaseTakings = ["nothing", "cards", "dots"] as const;
export type PhaseTaking = (typeof phaseTakings)[number];

/** The sectors of those who come, as the report counts them. */
export const sectors = ["civil", "public", "business"] as const;
export type Sector = (typeof sectors)[number];

const words = messages(
  {
    state_draft: "Draft",
    state_announced: "Announced",
    state_running: "Running",
    state_correcting: "Correction round",
    state_finished: "Finished",
    state_canceled: "Canceled",
    kind_critique: "Critique",
    kind_vision: "Vision",
    kind_realization: "Realization",
    kind_other: "Other",
    takes_nothing: "Closed",
    takes_cards: "Takes cards",
    takes_dots: "Takes dots",
    sector_civil: "Clubs and engaged people",
    sector_public: "Town and administration",
    sector_business: "Business",
  },
  { de },
);

/** "Läuft", "Vision": the word of a code. */
export const stateName = naming(workshopStates, (reader, code) => words(reader)(`state_${code}`));
export const kindName = naming(phaseKinds, (reader, code) => words(reader)(`kind_${code}`));
export const takesName = naming(phaseTakings, (reader, code) => words(reader)(`takes_${code}`));
export const sectorName = naming(sectors, (reader, code) => words(reader)(`sector_${code}`));
