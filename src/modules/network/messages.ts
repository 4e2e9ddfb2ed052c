import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What every room of the network says. */
export const say = messages(
  {
    network: "Network",
    office: "Network",
    cooperation: "Cooperation",
    workingGroup: "Working group",
  },
  { de },
);
