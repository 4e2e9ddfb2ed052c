import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    dots: "Dots from paper",
    dotsText:
      "From phones dots come by themselves. Here you note what was glued on paper; each person has {n} dots.",
    people: "How many people glued",
    dotsFor: "Dots for “{title}”",
    saveDots: "Keep the dots",
  },
  { de },
);
