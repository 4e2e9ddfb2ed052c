import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    running: "{phase}, until {date}",
    lastDay: "Last day: {phase} – {title}",
    lastDayText: "You follow this process.",
  },
  { de },
);
