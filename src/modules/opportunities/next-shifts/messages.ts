import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words around the next shifts of an offer. */
export const say = messages(
  {
    nextShifts: "The next shifts",
    noShifts: "No shifts ahead at the moment.",
    roleFree: { one: "{role}: one place left", other: "{role}: {n} places left" },
    roleFull: "{role}: full, waiting list",
    signUp: "Choose shifts",
    tellWishes: "Tell my wishes",
    seeShifts: "See all shifts",
    askFirst: "Ask first",
    plan: "To the plan",
    askPhone: "or call us: {phone}",
  },
  { de },
);
