import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the page that shows how the answers come in. */
export const say = messages(
  {
    heading: "Responses",
    lead: "How many have answered, and who is still missing. What they answered is not shown here.",
    answers: "Answers",
    rate: "{share} of {n} ({source})",
    rateBare: "{share} of {n}",
    noPopulation: "How many could answer is not known. Write it in the settings, with its source.",
    invited: "Invited",
    byInvited: "{answered} of {n}, {share}",
    declined: "Do not want to be reminded",
    notReached: "Not written to yet",
    settings: "To the settings",
    representative:
      "A share alone does not make a survey representative. That would need a random choice of those who are asked; here everybody answers who wants to.",
    census:
      "At least nine in ten of all who could answer have answered: the results may be called nearly complete.",
    ways: "By which way",
    way: "Way",
    number: "Answers",
    days: "By day",
    day: "Day",
    before: "before that",
    groups: "Who answered, by sector and field",
    groupsText:
      "From the codes that were used. Groups of fewer than {n} invitations are not told apart, so that nobody can be seen.",
    group: "Group",
    invitedColumn: "Invited",
    answeredColumn: "Answered",
    hidden: "hidden",
    noField: "no field",
    quotas: "Wanted numbers",
    quota: "Answer",
    wanted: "Wanted",
    there: "There",
    missing: "Missing",
    reached: "reached",
    none: "No answer yet",
    noneText: "As soon as somebody answers, it shows here.",
    invite: "Invite and remind",
    taskTitle: "{title}: few answers, and it ends soon",
    taskFew: "{n} answers so far, the survey ends on {date}.",
    taskRate: "{n} answers so far, {share} of {all}; the survey ends on {date}.",
    taskQuotas: { one: "{n} wanted number is not reached.", other: "{n} wanted numbers are not reached." },
    settled: "Settled by itself",
  },
  { de },
);
