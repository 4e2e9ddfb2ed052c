import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    menu: "Consortium",
    lead: "Municipality, associations and companies steer together. Here you see who sits at the table, what is decided, and what comes next.",
    none: "There is no consortium in this town yet.",
    noneText: "It begins when its seats are entered.",
    founded: "Since {day}",
    patron: "Patron and chair",
    term: "{office}, since {day}",
    termUntil: "{office}, from {day} until {until}",
    unnamed: "Name not public",
    seats: "Who sits at the table",
    seatsText:
      "The seat of an organization decides, not a person. Names stand here only of those who agreed.",
    advises: "advises, without a vote",
    next: "Next meeting",
    nextNone: "No meeting has been announced.",
    allMeetings: "All meetings",
    resolutions: "Latest resolutions",
    allResolutions: "All resolutions",
    topics: "What is open",
    allTopics: "All guiding questions, problems, objectives",
    tasks: "Who does what next",
    allTasks: "All tasks",
    task: "{owner}, until {day}",
    rules: "Rules of procedure",
    rulesText: "How the consortium decides, in plain sentences.",
    office: "Run the consortium",
    mine: "My seat",
    nothing: "Nothing yet.",
    groups: "Working groups",
    allGroups: "All working groups",
  },
  { de },
);
