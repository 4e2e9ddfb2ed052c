import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What every room of the consortium says. */
export const say = messages(
  {
    consortium: "Consortium",
    office: "Consortium",
    seat: "Seat",
    meeting: "Meeting",
    topic: "Guiding question",
    motion: "Motion",
    resolution: "Resolution",
    task: "Task",
  },
  { de },
);
