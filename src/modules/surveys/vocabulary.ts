import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

export const audiences = ["organizations", "people", "everybody"] as const;

export const privacies = ["named", "anonymous", "counters"] as const;
export type Privacy = (typeof privacies)[number];

export const accesses = ["open", "codes", "both"] as const;

export const states = ["draft", "open", "closed"] as const;

/** How an answer came in. */
export const ways = ["web", "paper", "phone"] as const;
export type Way = (typeof ways)[number];

const say = messages(
  {
    audience_organizations: "Organizations",
    audience_people: "People",
    audience_everybody: "Everybody",
    privacy_named: "With names",
    privacy_anonymous: "Anonymous",
    privacy_counters: "Sums only",
    access_open: "Everybody who has the address",
    access_codes: "Only with a code",
    access_both: "With or without a code",
    state_draft: "Draft",
    state_open: "Running",
    state_closed: "Closed",
    way_web: "Online",
    way_paper: "On paper",
    way_phone: "By phone",
  },
  { de },
);

/** "Läuft", "Auf Papier": the word of a code. */
export const audienceName = naming(audiences, (reader, code) => say(reader)(`audience_${code}`));
export const privacyName = naming(privacies, (reader, code) => say(reader)(`privacy_${code}`));
export const accessName = naming(accesses, (reader, code) => say(reader)(`access_${code}`));
export const stateName = naming(states, (reader, code) => say(reader)(`state_${code}`));
export const wayName = naming(ways, (reader, code) => say(reader)(`way_${code}`));
