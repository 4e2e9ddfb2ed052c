import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What the outbox says. */
export const say = messages(
  {
    outbox: "Outbox",
    lead: "Every message that the contact point writes, and whether it has arrived at the mail server.",
    all: "All",
    waiting: "Waiting",
    failed: "Stuck",
    sent: "Sent",
    waitingLine: "waits",
    failedLine: "stuck",
    sentLine: "sent",
    list: "Messages",
    none: "There is no message here.",
    noneText: "As soon as somebody is invited, asked or reminded, the message stands here.",
    next: { one: "Next message", other: "Next {n} messages" },
    unknownRecipient: "without a name",
    to: "To",
    written: "Written",
    leftAt: "Left the house",
    attempts: "Tries",
    lastError: "The mail server said",
    stillHere:
      "This message has not left the house. You can read it here and pass it on by phone or on paper.",
    tryingAgain:
      "The mail server did not take this message. It is tried again by itself, at least once an hour.",
    givenUp: "The mail server did not take this message, and it is not tried again by itself.",
    withheld: "This letter carries a link that opens an account. Only its recipient may read it.",
    tokensForgotten: "Personal links have been removed here: they belong to the reader alone.",
    letter: "As the reader sees it",
    letterOf: "The message “{subject}” as the reader sees it",
    text: "As plain text",
    sendAgain: "Send this message again",
    againNext: "It leaves within a minute, once the mail server takes it.",
    sendingAsked: "The message is on its way.",
    alreadySent: "This message has already left. It is not sent a second time.",
    underway: "This message is already on its way. Nothing more is to be done.",
    looked: "Message read in the outbox",
  },
  { de },
);
