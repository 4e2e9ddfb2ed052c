import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words around a place that became free. */
export const say = messages(
  {
    heading: "A place is free for you",
    lead: "You waited for it. Would you like to come?",
    when: "When",
    where: "Where",
    role: "Task",
    from: "With",
    places: { one: "One place", other: "{n} places" },
    howMany: "How many",
    until: "Held for you until",
    accept: "Yes, I will come",
    decline: "No, thanks",
    next: "If you do not come, we ask the next one at once. You need no account.",
    done_confirmed: "Thank you! The place is yours.",
    done_confirmedText:
      "You find it with your shifts. If something comes up, cancel there, so that somebody else can come.",
    done_asked: "Thank you! Those who plan look at it now.",
    done_askedText: "The place is held until then. You hear from us.",
    done_canceled: "All right, we ask the next one.",
    done_canceledText: "Thank you for telling at once.",
    refused_answered: "This question is answered already.",
    refused_answeredText: "How it stands is with your shifts.",
    refused_expired: "This offer has passed.",
    refused_expiredText:
      "The place went to the next one, so that it did not stay empty. There may be other free shifts.",
    mine: "To your shifts",
    others: "See all shifts",
  },
  { de },
);
