import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Consortium",
    lead: "Plan, run and write down meetings, keep seats and rules. The chair may do here what the office may do.",
    meetings: "Meetings",
    meetingsText: "Plan, invite, run with a laptop.",
    circulars: "Decide by letter",
    circularsText: "Between two meetings.",
    tasks: "Tasks",
    tasksText: "Who does what until when.",
    topics: "Guiding questions and objectives",
    topicsText: "What people asked, and how it stands.",
    seats: "Seats and offices",
    seatsText: "Who sits at the table, from when to when.",
    rules: "Rules of procedure",
    rulesText: "As a form, version by version.",
    dryRun: "Dry run",
    dryRunText: "Would this pass, and why?",
    public: "What everybody sees",
    next: "Next meeting",
    run: "Run the meeting",
    ways: "What you can do here",
    minutes: "Minutes",
    minutesNone: "There are no minutes yet. They begin when a meeting is closed.",
    of: "Meeting {number}, {day}",
    until: "Objections until {day}",
  },
  { de },
);
