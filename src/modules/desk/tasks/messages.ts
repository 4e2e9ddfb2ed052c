import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words around one task. */
export const say = messages(
  {
    worklist: "Worklist",
    doneHeading: "Done",
    doneLead: "What was done last, and by whom.",
    emptyDone: "Nothing has been done yet.",
    doneBy: "{day}, {name}",
    doneAlone: "{day}, by itself",
    reopen: "Put back",
    owner: "Responsible",
    nobody: "nobody yet",
    due: "Due",
    open: "Open the matter",
    done: "Done",
    outcome: "What came of it?",
    later: "Postpone",
    day: "To which day?",
    dayPast: "Please choose a day that is still to come.",
    assign: "Assign",
    assignTo: "Who takes care of it?",
    toNobody: "Give back to everyone",
    refused_taken: "Someone else has just taken this. It is in good hands.",
    refused_finished: "This has been done in the meantime.",
    backToList: "Back to the list",
    claimTitle: "{organization}: somebody says “this is us”",
    claimDetail: "Check and decide.",
    claimDecided: "Decided",
    tellTitle: "Tell {name} what has come up",
    tellPhone: "Phone {phone}",
    doubleTitle: "Imported: {file}",
    doubleDetail: "Look whether an organization came in twice.",
  },
  { de },
);
