import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    edit: "Name and summary",
    clusterHeading: "Theme: {title}",
    title: "Name",
    words: "What its cards say together",
    wordsHint: "This is what everybody reads, and what the correction round is about.",
    save: "Keep",
    next: "The old wording stays in the history.",
    merge: "Put together with another theme",
    mergeText: "Cards, dots, corrections and steps move along. This cannot be taken back.",
    mergeInto: "With which theme",
    mergeNow: "Put together",
    remove: "Take off the wall",
    removeText: "Its cards are unsorted again.",
    toWall: "To the pinboard",
    public: "As everybody sees it",
    notice_gespeichert: "Kept.",
    refused_name: "Please give the theme a name.",
    refused_same: "Please choose another theme.",
    refused_used: "This theme has dots, corrections or steps. Put it together with another one instead.",
  },
  { de },
);
