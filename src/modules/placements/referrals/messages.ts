import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of a referral on its way. */
export const say = messages(
  {
    taskRelease: "{name}: may we ask {organization}?",
    taskReleaseDetail: "“{title}”, release not noted yet",
    taskProposal: "New proposal for {name}",
    taskProposalDetail: "“{title}” at {organization} did not work out: {reason}",
    noReason: "no reason given",
  },
  { de },
);
