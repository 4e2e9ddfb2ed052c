import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    nounCard: "Card",
    looseCard: "The workshop is over, and nobody has said what became of this card.",
    barrenCluster: "The workshop is over, and nothing has come of this theme.",
    nounCluster: "Theme of a workshop",
    nounWorkshop: "Workshop",
    cardTitle: "Card {number}: {text}",
    likely: "These may belong together",
    likelyText: "Only by the words they share. You decide.",
    likelyMake: "Make a theme of these",
  },
  { de },
);
