import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    nounCard: "Card",
    nounCluster: "Theme of a workshop",
    nounWorkshop: "Workshop",
    cardTitle: "Card {number}: {text}",
  },
  { de },
);
