import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Reports",
    lead: "What was done and what came of it. A sealed report never changes any more.",
    none: "No report yet",
    noneText: "The first one will stand here as soon as it is sealed.",
    sealedOn: "sealed on {date}",
    by: "{author}, {stand}",
    paper: "As PDF",
    data: "As data (JSON)",
    tables: "Tables (CSV)",
    paperSoon: "The PDF is being set and will be here in a moment.",
    paperFailed: "The PDF could not be set. The office knows.",
    sealHeading: "Sealed",
    sealText:
      "This report was sealed on {date} and has not changed since. Its check sum is computed from the file “As data”:",
    sealHow: "Whoever wants to check it computes the SHA-256 of that file; it must be the same.",
    others: "Other reports about the same",
  },
  { de },
);
