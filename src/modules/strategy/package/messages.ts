import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Packages",
    lead: "Amendments that are taken together: one side gives here, the other there. Seats of the consortium say what they can live with.",
    none: "No package has been tied yet.",
    noneText: "Packages are tied when single amendments find no agreement.",
    number: "Package {number}",
    zone: "Who can live with what",
    zoneText: "Version {number}, as the seats of the consortium have said so far.",
    together: "Nobody refuses if these are taken together",
    refused: "Nothing that is open can be taken without somebody refusing it.",
    offer_package: "Package {number}",
    offer_amendment: "Amendment {number}",
    col_offer: "What is offered",
    stands: "Supports {support}, can live with it {canLive}, cannot {cannotLive}, silent {silent}",
    table: "What each sector says",
  },
  { de },
);
