import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of reasons for and against. */
export const say = messages(
  {
    heading: "Reasons",
    lead: "What speaks for “{title}”, and what against it? One thought each, so that it can be weighed by itself.",
    for: "In favor",
    against: "Against",
    remark: "Remarks and improvements",
    none_for: "Nobody has given a reason in favor yet.",
    none_against: "Nobody has given a reason against it yet.",
    unnamed: "without a name",
    onPaper: "on paper",
    write: "Give a reason",
    side: "What is it?",
    side_for: "It speaks in favor",
    side_against: "It speaks against",
    side_remark: "A remark, or how it would be better",
    words: "Your reason, one thought",
    wordsHint: "At most 600 characters. A second thought is a second reason.",
    named: "Show my name with it",
    send: "Publish this reason",
    next: "Everybody can read it at once. You can take it back at any time.",
    signIn: "Sign in and give a reason",
    closed: "Reasons could be given until the decision began.",
    withdraw: "Take back",
    notice_gesagt: "Your reason stands here now.",
    notice_zurueck: "Your reason is gone.",
    refused_notOpen: "No more reasons can be given here, because this proposal is no longer open.",
    refused_notAllowed: "Only those whom this process is for can give reasons here.",
    refused_tooMany: "That were many reasons in a short time. Please go on in an hour.",
    refused_again: "You have given this reason already.",
  },
  { de },
);
