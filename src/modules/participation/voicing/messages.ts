import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    kind: "Opinions",
    question: "Statement {n}",
    progress: "You have said something about {said} of {all} statements.",
    agree: "I agree",
    disagree: "I disagree",
    pass: "Pass",
    hint: "No name, no account: only this device knows what you said. You can change every answer.",
    finished: "You have said something about everything",
    finishedText: "Thank you. When others add statements, you can come back to this page.",
    nothing: "There is nothing to say here yet.",
    closed: "This round is over",
    closedText: "Nothing more is collected. The map stays.",
    map: "See the map",
    moderation: "What was not taken, and why",
    own: "Your own statement",
    ownText:
      "What is missing? One thought in one sentence. Somebody in the office reads it before others see it: insults, personal details, advertisement and what is said already are not taken, with a reason.",
    ownField: "Your statement",
    ownSend: "Send statement",
    ownSent: "Sent",
    ownSentText: "Your statement is read first. On this page you see what becomes of it.",
    ownWaiting: "is being read",
    ownAccepted: "is asked now",
    ownDeclined: "was not taken: {words}",
    fates: "Your statements",
    answers: "Your answers so far",
    change: "Change",
    refused_notOpen: "This round is over.",
    refused_notTaken: "No statements of your own are collected in this round.",
    refused_tooMany: "Five statements of yours are still being read. Please wait for those.",
  },
  { de },
);
