import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What is said where somebody stands behind a proposal. */
export const say = messages(
  {
    support: "Support",
    withdraw: "Take back my support",
    count: { one: "{n} support", other: "{n} supports" },
    stand: { one: "support", other: "supports" },
    ofPaper: "{n} of them on paper",
    yours: "You stand behind this proposal.",
    onlyNumber: "Everybody sees the number, nobody sees who.",
    closed: "Support could be given until the decision began.",
    signIn: "Sign in to support it",
    refused_notOpen: "This proposal can no longer be supported, because it is no longer open.",
    refused_notAllowed: "Only those whom this process is for can support a proposal here.",
  },
  { de },
);
