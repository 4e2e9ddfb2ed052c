import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Screen of the meeting",
    meeting: "Meeting {number} · {title}",
    open: "Vote: {method}",
    voted: "{n} of {of} have voted",
    slips: "{n} of {of} slips lie in the box",
    hands: "Please raise your hands",
    present: { one: "{n} seat is present", other: "{n} seats are present" },
    notYet: "The meeting is not open yet.",
    over: "The meeting is closed.",
    last: "The last result",
    quiet: "Nothing is being voted on right now.",
    joinHeading: "Vote along",
    join: "Whoever has a seat opens this code with the phone and signs in:",
    qr: "Code for the camera of your phone, leads to the page of your seat",
    without: "Without a phone: whoever runs the meeting types your vote.",
    away: "The network is gone. This is the last picture; it goes on by itself.",
    refresh: "Show it anew every ten seconds",
    back: "Back to the meeting",
  },
  { de },
);
