import { messages, naming } from "#core/messages.ts";
import { purposes } from "#modules/people/vocabulary.ts";
import de from "./messages.de.json" with { type: "json" };

/** The version of the texts below. Whoever changes one gives it a new version; given consents keep theirs. */
export const textVersion = "1";

export const say = messages(
  {
    title: "My consents",
    lead: "All of this is voluntary. You can say yes and no at any time, here, by phone or at the counter.",
    officeTitle: "Consents",
    officeLead: "What {name} agreed to, and what not. Read the text out before you note a yes.",
    mine: "My area",
    text_file:
      "The contact point keeps a file for me: contact data, what I am looking for, conversations, referrals. Only its staff see it.",
    text_suggestions: "The contact point looks for offers that fit me and tells me about them.",
    text_referral:
      "The contact point may ask organizations for me. What is passed on I release each time, for this one organization.",
    text_newsletter: "I get the news of the contact point by e-mail, at most once a week.",
    text_publication: "The contact point may name me in public, for example when it says thank you.",
    yesSince: "Yes, since {date}, {how}.",
    no: "No.",
    version: "Text, version {version}",
    give: "I agree",
    withdraw: "Withdraw",
    note: "Note the yes",
    noteWithdrawal: "Note the withdrawal",
    how: "How was it said?",
    after_file:
      "If you withdraw, the office closes your file. What the law asks us to keep is locked until then.",
    after_suggestions: "If you withdraw, you get no more suggestions.",
    after_referral:
      "If you withdraw, we ask nobody for you any more. Running referrals are stopped with you.",
    after_newsletter: "If you withdraw, no further news is sent.",
    after_publication: "If you withdraw, we take your name down.",
    given: "Noted: yes.",
    withdrawn: "Noted: withdrawn.",
    already: "This consent was there already.",
    over: "This consent had been withdrawn already.",
    tooYoung: "We do not name anybody under 18 in public.",
    history: "Earlier",
    historyItem: "{purpose}: yes on {from}, withdrawn on {to}",
  },
  { de },
);

export const consentText = naming(purposes, (reader, code) => say(reader)(`text_${code}`));
export const afterWithdrawal = naming(purposes, (reader, code) => say(reader)(`after_${code}`));
