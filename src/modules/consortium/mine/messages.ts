import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Consortium",
    lead: "What concerns your seat: meetings, votes, tasks, minutes.",
    none: "You have no seat in the consortium at the moment.",
    noneText: "If that is wrong, please ask the contact point.",
    seats: "Your seats",
    seat: "{part}, since {day}",
    advises: "advises, without a vote",
    next: "Next meetings",
    nextNone: "No meeting has been announced.",
    reply: "Say whether you come",
    room: "To the running meeting",
    letters: "Votes by letter",
    lettersNone: "No letter waits for your answer.",
    letter: "For {seat}, until {day}",
    tasks: "Tasks of your seats",
    tasksNone: "Your seats have no open task.",
    due: "until {day}",
    minutes: "Minutes",
    minutesNone: "No minutes were sent yet.",
    minutesUntil: "Objections until {day}",
    public: "The consortium for everybody",
  },
  { de },
);
