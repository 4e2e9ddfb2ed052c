import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    mine: "My area",
    emailSubject: "Please confirm your new e-mail address for {town}",
    emailText:
      "You want to sign in with this e-mail address from now on. Please confirm within 24 hours that it is yours.",
    emailAction: "Confirm this address",
    emailClosing: "You did not ask for this? Then you need not do anything.",
    email: "E-mail address",
    emailLead:
      "You sign in with {email}. We send a link to the new address; only when you have clicked it does it count.",
    emailNew: "New e-mail address",
    emailAsk: "Send the link",
    emailSent: "Please look into the mailbox of the new address. The link holds for 24 hours.",
    emailConfirm: "Confirm new address",
    emailConfirmText: "From now on you sign in with this address.",
    emailConfirmButton: "Use this address",
    emailDone: "From now on you sign in with {email}.",
    expired: "This link does not work any more. Please ask for a new one.",
    taken: "There is already an account with this address. Please sign in there, or call us.",
    myData: "My data",
  },
  { de },
);
