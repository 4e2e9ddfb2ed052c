import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Type in paper cards",
    lead: "Write one card and press Enter: it is kept, and the field is empty for the next. Part and table stay chosen.",
    part: "Part",
    table: "Table",
    noTable: "No table",
    card: "Card",
    keep: "Keep this card",
    many: "Many at once",
    manyLead:
      "One card per line, for example from a spreadsheet or a dictation. First you see what will become of it.",
    lines: "Cards, one per line",
    photo: "Photo of the pinboard",
    photoHint: "It stays in the office as evidence and is not published.",
    photoText: "Pinboard “{part}”, {title}",
    preview: "Look first",
    take: "Keep all of them",
    previewHeading: { one: "{n} card will be kept", other: "{n} cards will be kept" },
    tooLong: {
      one: "{n} line is longer than 500 characters and is cut off there.",
      other: "{n} lines are longer than 500 characters and are cut off there.",
    },
    doubled: {
      one: "{n} line stands twice and counts twice.",
      other: "{n} lines stand twice and count twice.",
    },
    photoAgain: "A chosen photo is only sent with “Keep all of them”; please choose it again there.",
    last: "Last kept",
    none: "No card has been kept in this part yet.",
    noParts: "First the day needs its parts.",
    toParts: "To the parts of the day",
    number: "Card {n}",
    notice_karte: "Kept.",
    notice_karten: "All lines are kept. What had been kept before was not kept twice.",
    refused_notOpen: "This workshop takes no more cards.",
    refused_canceled: "This workshop is canceled.",
    refused_notAPicture: "This is no picture that we can read. The cards have not been kept yet.",
    refused_tooBig: "The picture is too big. The cards have not been kept yet.",
    refused_noAlternativeText: "The picture could not be kept.",
    refused_empty: "There is no line yet.",
  },
  { de },
);
