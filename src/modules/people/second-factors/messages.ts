import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    secondText:
      "After the link or the password an app on your phone shows six digits. So nobody gets in with your mailbox alone.",
    setupLead:
      "Scan the picture with an authenticator app, for example Aegis or FreeOTP, or type the key there.",
    setupStart: "Set up the second step",
    qr: "QR code with the key for your app",
    secret: "Key to type",
    code: "Code from the app",
    codeHint: "Six digits",
    confirm: "Switch the second step on",
    wrongCode: "This code does not fit. Is the clock of your phone right?",
    endLead: "With a code from the app you switch the second step off. Roles of the office rest then.",
    end: "Switch the second step off",
    second: "Second step",
    mine: "My area",
    title: "Signing in and devices",
  },
  { de },
);
