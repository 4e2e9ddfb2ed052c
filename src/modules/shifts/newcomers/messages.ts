import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noticeTitle: "You are noted as a helper for “{offer}”",
    noticeText:
      "{organization} has written you down as somebody who could help. You decide yourself which shifts you take. If this is a mistake, tell us.",
  },
  { de },
);
