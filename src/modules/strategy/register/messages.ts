import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    menu: "Strategy",
    lead: "What the town wants with engagement, what is done for it, and what partners give.",
    fields: "Fields and objectives",
    fieldsText: "The order of everything else.",
    measures: "Measures",
    measuresText: "{late} overdue, {checks} waiting for a word on how they go",
    indicators: "Indicators",
    indicatorsText: "{n} without evidence",
    promises: "Promises of partners",
    promisesText: "{offered} waiting for an answer, {ending} ending within six weeks",
    amendments: "Amendments",
    amendmentsText: "{n} waiting to be read",
    packages: "Packages",
    packagesText: "What is taken together, and which seat can live with it.",
    version: "Version {number}: {title}",
    newVersion: "Begin a new version of the text",
    text: "Text",
    plan: "Plan",
    toPublic: "What everybody sees",
  },
  { de },
);
