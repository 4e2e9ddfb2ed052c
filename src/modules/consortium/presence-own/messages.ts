import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Are you there?",
    come: "I am there",
    remote: "I take part from afar",
    leave: "I leave now",
    leaveOther: "{name} leaves now",
    here: "You are there for “{seat}”, since {time}.",
    hereRemote: "You take part from afar for “{seat}”, since {time}.",
    other: "{name} is there for “{seat}”, since {time}.",
    missing: "Nobody is noted for “{seat}” yet.",
    noDeputy: "By the rules of procedure a deputy listens, but is not there for “{seat}”.",
    noRemote: "By the rules of procedure only those in the room count.",
    next: "It stands in the minutes with the time, and you can vote from the next vote on.",
  },
  { de },
);
