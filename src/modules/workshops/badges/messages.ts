import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    list: "List for the door",
    badges: "Name badges",
    print: "Print this page. It holds personal data: keep it with you and destroy it after the day.",
    name: "Name",
    organization: "Club, office or business",
    table: "Table",
    photo: "Pictures",
    photoNo: "no",
    needs: "Needs",
    here: "Here",
    looked: "Printed list of a workshop",
    nobody: "Nobody has a seat yet.",
  },
  { de },
);
