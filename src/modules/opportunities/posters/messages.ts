import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    list: "Offers",
    weekHeading: "Needed this week",
    heading: "People are needed here",
    inTown: "in {town}",
    lead: "Call, come by, or tear off a strip.",
    number: "No. {number}",
    asOf: "As of {day}",
    choose: "Sheet for the notice board",
    chooseLead:
      "In large type, for shops, stairwells and waiting rooms. Choose what is to stand on it, then print this page.",
    chooseOffers: "What is to stand on it?",
    chooseHint: "Four or five fit on one page; a second page follows by itself.",
    show: "Show this choice",
    print: "Now print the page (Ctrl + P, or “Print” in the menu of the browser). Only the sheet is printed.",
    back: "Back to the list",
    toOffer: "Back to the offer",
    none: "There is nothing on offer right now that could stand on a sheet.",
    posterTitle: "Poster: {title}",
    posterLead: "One page for the shop window, with strips to tear off.",
    when: "When",
    how: "How long",
    where: "Where",
    seats: "Places",
    scan: "Point your phone's camera here",
    scanLabel: "QR code that leads to {address}",
    orType: "or type {address}",
    call: "Or call:",
    sayNumber: "Just say the number: {number}.",
    visit: "Or come by:",
  },
  { de },
);
