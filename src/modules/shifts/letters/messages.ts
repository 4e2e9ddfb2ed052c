import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of mails about places. */
export const say = messages(
  {
    offerSubject: "A place is free for you: {role}, {when}",
    offerWords:
      "you are waiting for “{offer}” of {organization}: {role}, {when}. Now a place has become free, and it is your turn.",
    offerGroup: { one: "It is one place.", other: "It is {n} places." },
    offerUntil: "We hold it for you until {until}. If we hear nothing by then, we ask the next one.",
    offerAction: "Look at the place and answer",
    phoneTitle: "Call {name}: a place is free",
    phoneDetail: "{offer}, {role}, {when}. Held until {until}. No e-mail address. Phone: {phone}",
    noPhone: "none",
    elsewhereTitle: "A place would have been free: {role}, {when}",
    elsewhereText:
      "You are already somewhere else at that time, so we asked the next one. Your number in the line stays. If you would rather come here, cancel the other one.",
  },
  { de },
);
