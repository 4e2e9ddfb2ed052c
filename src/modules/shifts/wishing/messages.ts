import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the form in which people tell their wishes. */
export const say = messages(
  {
    heading: "Wishes for: {title}",
    lead: "Tell how gladly you would come to which shift. The plan is made from the wishes of all; then you hear what it has become.",
    wish_3: "gladly",
    wish_2: "yes",
    wish_1: "if need be",
    wish_0: "cannot",
    unsaid: "not said",
    most: "How many shifts at most?",
    mostHint: "Empty: as many as are needed.",
    words: "Anything we should know?",
    wordsHint: "For example with whom you would like to come.",
    submit: "Send my wishes",
    next: "You can change them until the plan is made. {organization} sees your name and your wishes.",
    told: "Thank you, your wishes are with those who plan.",
    none: "No shifts ahead at the moment.",
    closed: "Wishes are not collected any more.",
    closedText: "Ask us, we know how it goes on: {phone}.",
    refused_guardian:
      "Before you can help, one of your parents has to agree. Please talk with us, we arrange it together.",
    age: "from {age} years on",
    needs: "you need: {list}",
    signIn: "Sign in and tell my wishes",
    back: "Offers",
  },
  { de },
);
