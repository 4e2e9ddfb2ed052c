import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What authors hear of their amendments when the next version is made. */
export const say = messages(
  {
    contained: "What it asks for stands in version {number} (“{title}”) already.",
    review:
      "Version {number} (“{title}”) reads otherwise at this place, so it does not fit any more. The contact point looks at it again. As soon as a version is open once more, it can be proposed anew.",
  },
  { de },
);
