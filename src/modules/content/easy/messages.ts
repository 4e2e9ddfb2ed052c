import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** German readers get Easy German here, whatever language the other pages have. */
export const say = messages(
  {
    menu: "Easy language",
    title: "{town}: the contact point in Easy Language",
    what: "What is the contact point?",
    whatText:
      "The contact point is an office in {town}.\nPeople there give advice.\nThe advice costs nothing.\nYou want to help other people?\nThen we find a good task together with you.\nYou need help yourself?\nThen we know who can help you.",
    how: "How can I ask?",
    howPhone: "You can call us.\nOur phone number is:",
    howVisit: "You can come to us.\nThe address is:",
    hours: "We are there at these times:",
    howWrite: "You can write to us.\nYou can use this form:",
    askLink: "Ask us something",
    help: "How can I help?",
    helpText:
      "Many clubs look for people who help.\nFor example: read aloud, bake cakes, plant trees, drive somebody to the doctor.\nYou can help once.\nOr you can help often.\nYou do not have to know much.\nSomebody shows you how it is done.",
    helpLink: "Look at the tasks",
    safe: "What happens with my data?",
    safeText:
      "We write down what you tell us.\nWe need it to help you.\nWe ask you first before we tell it to a club.\nYou may say no.\nYou may say later: delete it.",
    site: "How do these pages work?",
    siteText:
      "At the very top of each page you find the menu.\nThere you also find the languages.\nAt the very bottom you find our address and our phone number.\nYou cannot read something?\nThen call us.",
    more: "More pages in Easy Language",
    languageNote: "We wrote this text ourselves. Has something stayed difficult? Please tell us.",
  },
  { de },
);
