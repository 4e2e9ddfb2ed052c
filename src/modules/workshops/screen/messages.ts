import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Board of the hall",
    cards: { one: "{n} card", other: "{n} cards" },
    noCards: "The first card comes in a moment.",
    givers: { one: "{n} phone has given its dots.", other: "{n} phones have given their dots." },
    dots: { one: "{n} dot", other: "{n} dots" },
    number: "Card {n}",
    joinHeading: "Write along",
    join: "Open {address} on your phone and type this word:",
    without: "Without an account and without a name.",
    until: "until {time}",
    left: "{n} minutes left",
    leftOne: "1 minute left",
    away: "The network is gone. This is the last picture; it goes on by itself.",
    refresh: "Show it anew every ten seconds",
    back: "Back to the workshop",
    qr: "Code for the camera of your phone, leads into the hall",
  },
  { de },
);
