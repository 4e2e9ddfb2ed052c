import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of taking a questionnaire over from another program. */
export const say = messages(
  {
    heading: "Take questions over from a file",
    lead: "From XLSForm (Excel, Kobo, ODK), LimeSurvey or SurveyJS. First you see what would be taken over; nothing is changed yet.",
    file: "File",
    kinds: "XLSForm .xlsx, LimeSurvey .lss or .lsa, SurveyJS .json",
    text: "Or paste SurveyJS JSON",
    try: "Look at it",
    tryNext: "You then see the pages, the questions, and what does not fit.",
    nothing: "Please choose a file or paste a text.",
    refused: "This file cannot be taken over",
    refusedNext: "Please put it right in the file and choose it again. Nothing was changed.",
    dry: "This would be taken over",
    dryLead: "Questions: {questions}. Pages: {pages}. Languages: {languages}.",
    page: "Page",
    pageNumber: "Page {n}",
    asks: "Questions",
    lost: "What is not taken over",
    lostNone: "Everything is taken over.",
    where: "Where",
    why: "Why",
    whole: "the whole file",
    more: "And {n} more.",
    replaces:
      "Taking it over replaces all questions that are there now. Answers that came in keep the questions they were given to.",
    take: "Take over",
    takeNext: "You then go on with the questions.",
    back: "Another file",
    toQuestions: "Back to the questions",
    refused_changedMeanwhile: "Somebody has changed the questions in the meantime. Please look once more.",
    refused_invalid: "The questions do not fit. Please choose the file again.",
    refused_double: "Two questions have the same name.",
    refused_closed: "This survey has ended. Its questions stay as they are.",
  },
  { de },
);
