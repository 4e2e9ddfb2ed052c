import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people read when somebody says: this is us. */
export const say = messages(
  {
    title: "That is us",
    lead: "You belong to {organization} and want to look after this profile? Tell us in a few words who you are. The contact point takes a look and then hands it over to you.",
    words: "Who are you, and what do you do at {organization}?",
    wordsHint: "For example: I have been the treasurer since 2024. You can reach our chair at …",
    submit: "Tell the contact point",
    next: "We will get back to you, usually within three working days.",
    signIn: "Please sign in first, so that we know who is writing. You need no password: we send you a link.",
    signInLink: "Sign in and go on",
    sent: "Thank you! The contact point will take a look and get back to you.",
    already: "You have already told us. The contact point will get back to you.",
    heading: "That is us: to decide",
    open: "Waiting for an answer",
    none: "Nobody is waiting.",
    from: "{name}, on {date}",
    grant: "Hand over the profile",
    decline: "Decline",
    reason: "Reason, as the person will read it",
    reasonHint: "Only needed when you decline.",
    reasonMissing: "Please write why. The person will read it.",
    granted: "The profile is handed over, and the person has been told.",
    declined: "Declined. The person has been told why.",
    decided: "This was decided already.",
    mailSubjectGranted: "{organization}: the profile is yours",
    mailTextGranted:
      "Thank you for looking after {organization}. You can now change the profile, publish offers and invite others to help you.",
    mailActionGranted: "Open the profile",
    mailSubjectDeclined: "{organization}: we could not hand over the profile",
    mailTextDeclined:
      "You wrote to us that you look after {organization}. We could not hand over the profile, for this reason:",
    mailTextAsk: "If that is a mistake, just call us or write to us.",
    mailActionDeclined: "Ask the contact point",
    organizations: "Organizations",
  },
  { de },
);
