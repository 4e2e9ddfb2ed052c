import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    packages: "Packages",
    fieldPlan: "Objectives and what is done for them",
    menu: "Strategy",
    heading: "What we want with engagement",
    lead: "Seven fields, the objectives in them, and what is done for them: negotiated by associations, the municipality and companies.",
    leadSome:
      "{fields} fields, {objectives} objectives, {measures} measures: negotiated by associations, the municipality and companies.",
    progress: "How far it is",
    text: "The whole text",
    easy: "In easy words",
    consortium: "Who decides about it",
    amendments: "What shall change",
    vision: "What it shall be like",
    version: "Version {number}, adopted on {day}",
    noVersion: "There is no adopted text yet. What is done already stands below.",
    none: "There is no strategy yet",
    noneText: "Fields and objectives appear here as soon as the consortium has agreed on them.",
    noObjective: "No objective has been agreed for this field yet.",
    noMeasure: "Nothing is done for it yet.",
    untilYear: "Objective until {year}",
    objective: "Objective",
    ended: "This field ended on {day}.",
    all: "All measures",
    allLead: "Everything that is done for the strategy.",
    state: "Which",
    every: "All",
    overdue: "Overdue",
    show: "Show",
    nothing: "No measure fits.",
    fieldKind: "Field of action",
    csv: "All measures, indicators and promises as data",
  },
  { de },
);
