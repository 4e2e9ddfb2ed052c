import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The fields of action a town may begin with: the seven of the first town. */
export const startFields = [
  "cooperation",
  "infrastructure",
  "companies",
  "participation",
  "strategy",
  "support",
  "contact",
] as const;

const words = messages(
  {
    field_cooperation: "Closer cooperation between those who foster engagement",
    field_infrastructure: "Building and keeping an infrastructure for engagement",
    field_companies: "Winning local companies as partners of engagement",
    field_participation: "Citizens have a say in decisions",
    field_strategy: "Negotiating a strategy for engagement in the region",
    field_support: "Placing, accompanying and qualifying people",
    field_contact: "A contact point for everybody who wants to get involved",
  },
  { de },
);

/** "Schaffung einer Anlaufstelle …" for `contact`. */
export const startFieldName = naming(startFields, (reader, code) => words(reader)(`field_${code}`));
