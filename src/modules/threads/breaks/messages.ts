import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Where the thread is broken",
    menu: "Golden thread",
    lead: {
      one: "At {n} thing one cannot see where it came from, or what became of it.",
      other: "At {n} things one cannot see where they came from, or what became of them.",
    },
    none: "The thread is whole.",
    noneText: "Everything that is public says where it came from and what became of it.",
    mend: "Tie a thread",
    task: {
      one: "The golden thread has {n} gap",
      other: "The golden thread has {n} gaps",
    },
    closed: "The thread is whole again.",
  },
  { de },
);
