import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    emailSubject: "Please confirm your new e-mail address for {town}",
    emailText: "You want to sign in with this e-mail address from now on. Please confirm within 24 hours that it is yours.",
    emailAction: "Confirm this address",
    emailClosing: "You did not ask for this? Then you need not do anything.",
  },
  { de },
);
