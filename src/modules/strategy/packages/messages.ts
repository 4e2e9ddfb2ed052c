import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noun: "Package of amendments",
    tiedSubject: "Can you live with this? {title}",
    tiedText:
      "A package of {n} amendments to the strategy is on the table. Please say for your seat “{seat}” whether you can live with it – before the next meeting, if possible.",
    remindedSubject: "Your word is missing: {title}",
    remindedText:
      "Your seat “{seat}” has not said yet whether it can live with this package of {n} amendments. Two minutes are enough.",
    tiedLabel: "Read the package and answer",
  },
  { de },
);
