import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the page on which somebody answers a call for help. */
export const say = messages(
  {
    askHeading: "Can you help?",
    askLead: "At “{offer}” somebody is missing.",
    when: "When",
    role: "What",
    where: "Where",
    at: "At",
    said: "They say",
    yes: "Yes, I will come",
    no: "No, thanks",
    yesNext: "With a yes you are signed up at once, and {organization} sees your name.",
    never: "Please do not ask me again for this offer",
    state_yes: "Thank you! You are signed up.",
    state_no: "Thank you for the clear word. We ask somebody else.",
    state_filled: "Enough have said yes by now. Thank you for wanting to help!",
    state_over: "This shift has begun.",
    state_canceled: "This shift does not take place.",
    notice_nie: "Noted. We do not ask you again for this offer.",
    answer_full: "Somebody was faster: the place is taken. Thank you for wanting to help!",
    answer_overlap: "You have another shift at that time.",
    answer_unfit: "Here we cannot sign you up. Please call us: {phone}",
    toOffer: "Look at the offer",
    toMine: "My shifts",
  },
  { de },
);
