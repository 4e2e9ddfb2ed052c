import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import easy from "./messages.de-x-easy.json" with { type: "json" };

export const say = messages(
  {
    calendar: "Dates",
    calendarLead:
      "What clubs, initiatives and the town put on. Everyone is welcome unless it says otherwise.",
    menu: "Dates",
    months: "Months",
    allAhead: "Everything ahead",
    filter: "Show dates",
    organization: "By",
    everyone: "everyone",
    accessibility: "It must have",
    none: "There is nothing in the calendar for this.",
    noneText: "Perhaps with fewer conditions – or you start something yourself. We help.",
    withoutFilter: "Show all dates",
    ask: "Ask the contact point",
    more: "These are the next {n} dates. Choose a month to see further ahead.",
    canceled: "does not take place",
    canceledText: "This date does not take place.",
    past: "This date is over.",
    allDay: "all day",
    when: "When",
    where: "Where",
    who: "Who invites",
    alsoIn: "Also in the calendar of",
    admission: "Admission",
    barriers: "Accessibility",
    addToCalendar: "Put into my calendar",
    feed: "Subscribe to the whole calendar",
    feedOfOne: "Subscribe to the dates of this organization",
    feedTitleOfOne: "Dates of {organization}",
    feedHint: "With this address your calendar on the phone or computer always stays up to date.",
    feedTitle: "Dates in {town}",
    announce: "Announce a date yourself",
    edit: "Edit",
    next: "Further dates",
  },
  { de, "de-x-easy": easy },
);
