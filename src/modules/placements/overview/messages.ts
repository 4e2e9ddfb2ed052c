import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of a person's referrals. */
export const say = messages(
  {
    referrals: "Referrals",
    noReferrals: "Nothing has been proposed yet.",
    at: "at {organization}",
    noteRelease: "Note the release",
    callOrganization: "Asked by phone",
    noteYes: "They say yes",
    otherAnswer: "Question or no",
    startToday: "Starts today",
    otherDay: "Trial, other day",
    didNotFit: "Did not fit",
    details: "Details",
  },
  { de },
);
