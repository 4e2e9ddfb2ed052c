import { messages, naming } from "#core/messages.ts";
import { extras, type PartName, questions } from "#methods/match-score.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** Everything that has a weight: the questions people answer, and what is added to them. */
export const partNames: readonly PartName[] = [...questions, ...extras];

const say = messages(
  {
    part_fields: "Field",
    part_skills: "What one enjoys",
    part_targetGroups: "For whom",
    part_times: "Time",
    part_rhythm: "How often",
    part_distance: "The way",
    part_company: "Alone or together",
    part_languages: "Languages",
    part_freshness: "How fresh the offer is",
    part_answers: "How reliably the organization answers",
    meaning_fields:
      "Whether it is about something you named. If the shorter list fits wholly, it counts in full.",
    meaning_skills: "Whether something is needed that you like doing.",
    meaning_targetGroups: "Whether it is for the people you would like to be there for.",
    meaning_times:
      "How much of the time in which somebody is needed lies in your time. If you choose the time yourself, it counts in full.",
    meaning_rhythm: "Once, weekly, monthly: the same counts in full, neighbors count half.",
    meaning_distance:
      "Within 1.5 kilometers it counts in full, then less and less, up to the distance you named (10 kilometers if you named none).",
    meaning_company: "On your own, in a pair, in a team.",
    meaning_languages: "A bonus where one of your languages is welcome. It never counts against you.",
    meaning_freshness:
      "An offer confirmed today counts in full; one that was confirmed 90 days ago not at all.",
    meaning_answers:
      "The share of questions that the organization has answered so far. As long as nobody asked, it does not count.",
  },
  { de },
);

export const partName = naming(partNames, (reader, code) => say(reader)(`part_${code}`));
export const partMeaning = naming(partNames, (reader, code) => say(reader)(`meaning_${code}`));

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
