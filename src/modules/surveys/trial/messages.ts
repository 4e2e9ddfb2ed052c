import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the preview and of the test run. */
export const say = messages(
  {
    preview: "Preview",
    previewLead: "As people see it, with everything that can appear. Nothing is saved.",
    previewNone: "There is nothing to show yet.",
    check: "Check these answers",
    checkNext: "Then you see which questions appear with these answers, and what would be refused.",
    seen: {
      one: "With these answers {n} question appears.",
      other: "With these answers {n} questions appear.",
    },
    all: "Show all questions",
    language: "In {language}",
    trial: "Test run",
    trialLead: "All ways through the questions were tried.",
    fine: "Nothing found. The questions can go out.",
    mistakes: "Must be mended",
    hints: "Worth a look",
    length: { one: "{n} question", other: "{n} questions" },
    minutes: { one: "about {n} minute", other: "about {n} minutes" },
    lengthSentence: "{questions}, {minutes} for somebody who reads in peace.",
    edit: "Edit",
    found_double: "There are two questions with the short name “{about}”. Change one of them.",
    found_unknownName: "The condition names “{about}”, which is not there (any more).",
    found_later: "The condition names “{about}”, which comes only afterwards. Move one of them.",
    found_goneChoice: "The condition asks for the answer “{about}”, which can no longer be chosen.",
    found_contradiction: "The condition can never hold. Nobody will see this question.",
    found_neverShown: "Together with the conditions before it, nobody ever gets to this question.",
    found_alwaysShown: "The condition always holds. You can leave it away.",
    found_unanswerable: "No answer is possible here: the limits contradict each other.",
    found_missingLanguage: "Not said completely in {about}. There people read it in the first language.",
  },
  { de },
);
