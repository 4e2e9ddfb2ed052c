import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    mine: "My area",
    title: "Who saw my data",
    lead: "Each time somebody opens your file, it is written here, and nobody can erase it.",
    entry: "{who} saw: {purpose}.",
    office: "{name} of the contact point",
    forOrganization: "{name}, for an organization",
    house: "The system",
    nobody: "Nobody has opened your file so far.",
    times: { one: "{n} look", other: "{n} looks" },
    question: "Does something look odd? Ask us: {phone}",
  },
  { de },
);
