import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    itemTitle: "Promises that end soon",
    itemLead: {
      one: "One promise of a partner ends soon. Does it go on, and who takes its place otherwise?",
      other: "{n} promises of partners end soon. Do they go on, and who takes their place otherwise?",
    },
    itemLine: "{promise} ({organization} for “{measure}”, until {day})",
    paper: "{organization}: “{measure}”",
  },
  { de },
);
