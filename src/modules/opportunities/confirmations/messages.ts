import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    askSubject: { one: "Does your offer still hold?", other: "Do your {n} offers still hold?" },
    askWords:
      "so that nobody asks in vain, we ask every 90 days whether what is in our list still holds. One click is enough. It is about:",
    remindSubject: {
      one: "Reminder: does your offer still hold?",
      other: "Reminder: do your {n} offers still hold?",
    },
    remindWords:
      "we have not heard from you yet. Without an answer we take the offer out of the list, so that nobody asks in vain. It is about:",
    pausedSubject: { one: "Your offer rests for now", other: "{n} of your offers rest for now" },
    pausedWords:
      "we asked three times and heard nothing. So we have paused what is listed here. One click and it is back:",
    askAction: "Answer: {title}",
    askClosing: "Or simply call us: {phone}.",
    noAnswer: "No answer to three questions whether it still holds.",
    staleTitle: "Offer without an answer: {title}",
    staleNobody: "Nobody of the organization can be reached by mail.",
    stalePaused: "Asked three times, no answer; paused by itself.",
    heading: "Does this offer still hold?",
    lead: "One click is enough. You need no account.",
    lastConfirmed: "Last confirmed on {day}",
    keep: "Yes, it still holds",
    keepAgain: "Yes, publish it again",
    edit: "Change something",
    editHint: "For this you sign in. Or call us, and we change it for you: {phone}.",
    end: "No, it has ended",
    kept: "Thank you! The offer stays in the list. We will ask again in 90 days.",
    ended: "Thank you for telling. The offer is no longer in the list.",
    answered: "This question is answered already. Nothing more to do.",
    refused: "We could not put it back in the list right now. Please call us: {phone}.",
    seeOffer: "See the offer",
    expired: "This link is too old. Please call us, or sign in.",
  },
  { de },
);
