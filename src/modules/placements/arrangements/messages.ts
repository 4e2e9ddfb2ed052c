import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of trying and beginning. */
export const say = messages(
  {
    taskTrialOver: "{name}: how was the trial?",
    taskTrialDetail: "“{title}” at {organization}, on {day}",
    closedTrial: "Trial arranged",
    closedPlaced: "Placed",
    closedEnded: "Ended",
    placedSubject: "Good that you are there: {title}",
    placedText: "it is settled: from {day} you are part of “{title}” at {organization}. Thank you!",
    placedNext:
      "After 2, 6 and 12 weeks we ask you whether it fits. If anything is stuck before, just call us: {phone}",
    full: "All places of this offer are taken by now.",
    notNow: "The referral has moved on in the meantime. This is how it stands.",
  },
  { de },
);
