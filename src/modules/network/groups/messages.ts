import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages({ noun: "Working group", meeting: "{group}: {title}" }, { de });
