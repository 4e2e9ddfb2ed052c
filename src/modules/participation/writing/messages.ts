import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the form of a proposal. */
export const say = messages(
  {
    addHeading: "Propose something",
    addLead:
      "What should be done, where, and why? A few sentences are enough. Others can help to improve it later.",
    title: "In one line",
    titleHint: "For example: “Three benches by the pond path”.",
    words: "What should be done, and why?",
    wordsHint: "What is missing today, who has something from it, what would be different?",
    place: "Where?",
    placeHint: "Street, place or area in words.",
    point: "Point on the map",
    pointHint: "Latitude and longitude as map programs copy them, such as {example}.",
    cost: "What does it cost, roughly?",
    costHint:
      "In euros, such as 1,200.50. The administration checks it later. If you do not know, leave it empty.",
    costWords: "How do you arrive at it?",
    from: "Who proposes it?",
    from_named: "I, under my name ({name})",
    from_unnamed: "I, without my name being shown",
    from_unnamed_hint:
      "The contact point knows that it is yours, so that you can be asked. Nobody else does.",
    from_organization: "{name}",
    next: "Continue",
    nextText: "First we show you whether somebody has already proposed something like it.",
    submitAnyway: "Submit anyway",
    submit: "Submit this proposal",
    submitText: "Your proposal stands in public at once. You can change it until the decision begins.",
    alikeHeading: "Somebody has proposed something like it",
    alikeText:
      "If this is what you mean, support it. Many voices for one proposal count for more than many proposals.",
    alikeSupport: "This is what I mean – support",
    alikeTyping: "Similar proposals",
    alikeNone: "Nothing similar was proposed so far.",
    refused_notOpen: "No proposals can be made here at present.",
    refused_notOpenText: "The process says when proposals are collected.",
    refused_notAllowed: "Only those whom this process is for can propose something here.",
    refused_notAllowedText:
      "Residents are known by the postcode in their profile. Please look whether yours stands there.",
    refused_tooMany: "You have proposed a lot in a short time. Please go on in an hour.",
    profile: "To my profile",
    back: "Back to the process",
    invalid_point: "Please write latitude and longitude, such as {example}, or leave it empty.",
    invalid_far: "This point lies far from {town}. Please look at it again.",
    cancel: "Cancel",
  },
  { de },
);
