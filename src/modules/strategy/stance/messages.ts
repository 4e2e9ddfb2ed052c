import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Can you live with it?",
    lead: "Packages and amendments to the strategy that your seat has said nothing about yet.",
    packages: "Packages",
    amendments: "Single amendments",
    none: "Your seat has said something about everything.",
    amendmentsHint:
      "You may say something; nobody waits for it. What is in a package is asked with the package.",
    allPackages: "All packages",
    allAmendments: "All amendments",
    packageWaits: "A package waits for the word of your seat.",
    amendmentsWait: { one: "One amendment without your word", other: "{n} amendments without your word" },
    amendmentsText: "You can say whether your seat can live with it.",
    amendmentNext:
      "Everybody sees it. Until the amendment is decided you can change it; the last word counts.",
    amendmentOver: "This amendment is decided, or not open yet. Its stances do not change.",
  },
  { de },
);
