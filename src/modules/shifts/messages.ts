import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people hear when a shift of theirs moves or is called off. */
export const say = messages(
  {
    movedSubject: "Your shift has moved: {when}",
    movedText: "“{title}” of {organization} has changed. It was planned for {before}. Now it is: {when}.",
    movedWhere: "Where: {where}",
    movedAsk:
      "Your place is yours. If the new time does not suit you, please cancel, so that somebody else can come.",
    movedAction: "See my shifts",
    canceledSubject: "Canceled: your shift, {when}",
    canceledText: "“{title}” of {organization}, {when}, does not take place.",
    canceledWhy: "The reason: {why}",
    canceledAsk: "You do not have to do anything. Thank you for having said yes.",
    canceledAction: "See other shifts",
  },
  { de },
);
