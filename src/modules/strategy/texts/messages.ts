import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    paragraph: "Paragraph of the strategy",
    version: "Version of the strategy",
    weighTask: "Weigh the amendments to “{title}”",
    weighed: "They are weighed.",
  },
  { de },
);
