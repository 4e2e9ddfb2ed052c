import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    edit: "Change",
    add: "Take something up",
    addNext: "It gets the next number and stands on the public page at once.",
    kind: "What it is",
    hint_question: "What the town wants to find out: “How do people without a car get to the club?”",
    hint_problem: "What stands in the way: “In the evening no bus runs.”",
    hint_objective: "What should be so in the end: “Everybody gets home by ten.”",
    title: "In one sentence",
    words: "What is meant by it",
    parent: "Belongs to",
    parentHint: "A problem belongs to a question, an objective to a question or a problem.",
    parentBlank: "Nothing, it stands for itself",
    save: "Save",
    saveNext: "An earlier sentence stays readable in the history.",
    state: "How it stands now",
    stateWords: "Why, in one or two sentences",
    stateHint: "Everybody can read it.",
    move: "Say how it stands",
    moveNext: "It is added to the history.",
    toPublic: "What everybody sees",
    refused_parent:
      "That does not fit: a problem belongs to a question, an objective to a question or a problem.",
    refused_circle: "It cannot belong to itself.",
    refused_same: "Exactly this was said before.",
    notice_neu: "Taken up. Now tie where it comes from: below, “Tie a thread”.",
    notice_gespeichert: "Saved.",
    notice_stand: "The history has one more line.",
  },
  { de },
);
