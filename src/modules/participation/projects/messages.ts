import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noun: "Project",
    heading: "What becomes of the money",
    lead: "Every funded project until it is done: who carries it out, what has happened, and what was spent.",
    none: "Nothing is funded yet",
    noneText: "After the vote the funded projects stand here, with what becomes of them.",
    spent: "Spent",
    spentOf: "{spent} of {granted} spent",
    owner: "Carried out by",
    due: "Done by",
    proposal: "The proposal",
    done: { one: "project is done", other: "projects are done" },
    inWork: { one: "project is under way", other: "projects are under way" },
    money: "was spent of {granted}",
    noUpdates: "No news yet.",
  },
  { de },
);
