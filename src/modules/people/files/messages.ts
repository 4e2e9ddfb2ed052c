import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    people: "People",
    mine: "My area",
    codeTitle: "Code to take over the file",
    codeLead: "With this code {name} takes over their file later, at home, in their own time.",
    codeExplain: "The code is shown once. It holds for {n} days; a new one ends the one before.",
    make: "Make a code",
    slipTitle: "Your code for the contact point {town}",
    slipHello: "Good day, {name},",
    slipText:
      "the contact point keeps a file for you. With this code it becomes yours: you see what is in it, change it and decide about it.",
    slipSteps:
      "1. Open {address} and sign in with your e-mail address. 2. Choose “Take over my file”. 3. Type this code:",
    slipUntil: "The code holds until {date}. Keep it like a key.",
    slipHelp: "Questions? {office}, {phone}",
    print: "Print this page now: the code is not shown again.",
    toFile: "Back to the file",
    hasAccount: "{name} has an account already. A code is not needed.",

    claimTitle: "Take over my file",
    claimLead:
      "The office gave you a code, on paper or by phone. With it your file and your account become one.",
    code: "Code",
    codeHint: "For example K7QM-3TXN-PH4W. Capitals and hyphens do not matter.",
    claim: "Take over the file",
    claimNext: "What you have done here before stays with you.",
    invalid:
      "This code does not fit or is too old. Please check it once more, or ask the office for a new one.",
    claimed: "The file is yours now.",
  },
  { de },
);
