import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    mine: "My area",
    myData: "My data",
    everything: "Everything about you",
    everythingLead: "This is all that is stored here about you, part by part, as of today.",
    download: "Download as a file (JSON)",
    nothing: "Nothing is stored here.",
    leave: "Delete my account",
    leaveLead: "This cannot be undone.",
    goes: "What goes",
    goesText:
      "Your name, address, phone and e-mail, your file with all notes, your consents, your wishes, and every way to sign in.",
    stays: "What stays, and why",
    staysText:
      "Entries that others need stay without your name: for example, that a conversation took place or that an offer was published. Back-ups are overwritten after 30 days at the latest. Mails that we sent stay in the recipients’ mailboxes.",
    first: "Before that you can take everything along:",
    sure: "Yes, delete my account and my file",
    confirm: "Please confirm that you are sure.",
    doIt: "Delete for good",
    back: "Better not",
    demo: "In the demonstration these people stay, so that everybody can be them.",
    last: "You are the last administration of this town. Give the role to somebody else first.",
    gone: "Your account is deleted",
    goneText:
      "Thank you for having been here. You are welcome at any time, by phone and at the counter without an account as well.",
  },
  { de },
);
