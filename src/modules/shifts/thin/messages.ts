import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the task that says where people are missing. */
export const say = messages(
  {
    title: { one: "{offer}: one person is missing", other: "{offer}: {n} people are missing" },
    detail: { one: "One shift, {when}", other: "{n} shifts, the first {when}" },
    filled: "Enough people by now",
  },
  { de },
);
