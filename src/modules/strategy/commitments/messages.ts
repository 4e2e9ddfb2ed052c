import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What is said about commitments in letters and on the worklist. */
export const say = messages(
  {
    noun: "Commitment",
    offeredTask: "New promise of {organization}",
    offeredDetail: "{promise}. For the measure “{measure}”.",
    settled: "The promise is answered.",
    renewalTask: "A promise ends: {organization}",
    renewalDetail: "{promise}. For the measure “{measure}”, until {day}. The organization has been asked.",
    renewed: "The promise goes on or has ended.",
    askTitle: "Your promise for “{measure}” ends on {day}",
    askText: "{promise}. Does it go on? You can renew it with two clicks, or let it end.",
    confirmedTitle: "Your promise for “{measure}” stands",
    confirmedText: "{promise}. Thank you: from now on it stands on the page of the measure.",
    declinedTitle: "About your offer for “{measure}”",
    declinedText: "{promise}. We do not take it up at the moment: {words}",
    endedBySilence: "Not renewed by its end.",
  },
  { de },
);
