import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    paper: "As PDF",
    heading: "Write the minutes",
    lead: "Presence, votes, resolutions and tasks are in them by themselves. You only write what was said and came out.",
    taker: "Minutes by",
    item: "{number}. {title}",
    save: "Save minutes",
    saveNext: "Only you in the office and the chair see the draft.",
    send: "Send the minutes",
    sendNext:
      "Everybody on a seat gets a letter. After that they change by an objection only, and approve themselves.",
    look: "How they read",
    answer: "Answer objection",
    answerNext: "What is accepted changes the words of the item and opens the window for it once more.",
    accepted: "Accepted: the words change",
    declined: "Declined: it stands in the minutes with the answer",
    state: "What becomes of it",
    reason: "Answer",
    text: "How the item reads now (if accepted)",
    objections: "Open objections",
    toOwn: "What those on a seat see",
    toPublic: "What everybody sees",
    notClosedYet: "The meeting has not been closed yet. You can write already.",
    refused_notClosed: "Close the meeting first, then the minutes can be sent.",
    refused_empty: "No item has any words yet.",
    refused_sent: "The minutes were sent already. They change by an objection only.",
    refused_changed:
      "Somebody else changed an item in the meantime. What you typed is still here; compare and save again.",
    notice_gespeichert: "Saved.",
    notice_verschickt: "Sent. The window for objections runs.",
    notice_beantwortet: "Answered.",
  },
  { de },
);
