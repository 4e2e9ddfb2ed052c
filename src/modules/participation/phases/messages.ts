import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What everybody involved and the office hear when phases change. */
export const say = messages(
  {
    begun: "{title}: {phase} begins",
    begun_collect: "You can make proposals until {date}, and support those of others.",
    begun_discuss: "Until {date} it is about reasons: what speaks for the proposals, and what against?",
    begun_refine: "Until {date} the proposals are worked out and checked. Every step is on the page.",
    begun_decide: "The decision is made until {date}. What you can decide about is on the page.",
    begun_followUp: "Now it is carried out. Until {date} the page shows how far it is.",
    ending: {
      one: "One more day: {phase} – {title}",
      other: "{n} more days: {phase} – {title}",
    },
    endingToday: "Last day: {phase} – {title}",
    ending_collect: "You can make proposals until {date}.",
    ending_discuss: "You can give reasons until {date}.",
    ending_refine: "Proposals are worked out until {date}.",
    ending_decide: "The decision is made until {date}.",
    ended: "{title}: {phase} is over",
    endedNext: "It goes on on {date}: {phase}.",
    endedLast: "All phases are over. We tell you what came of it.",
    task: "{phase} has begun: {title}",
    task_refine: "Answer and check the proposals so that everybody sees in time what is possible.",
    task_decide: "Look after the ballot: is it announced, is the roll complete, does paper lie ready?",
    task_followUp: "Write down who carries out what, and tell how far it is.",
    taskOver: "The phase is over.",
    taskClose: "Close the process: {title}",
    taskCloseDetail: "All phases are over. Write what came of it; everybody involved is told.",
  },
  { de },
);
