import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The dates of the phases, in the hand of the office. */
export const say = messages(
  {
    heading: "Phases",
    lead: "Phases change by themselves at their date. They must not overlap; gaps are fine. A phase without dates is left out.",
    leadPublished:
      "The town was told these dates. If you move one, say why: the reason stands on the page, and everybody who follows the process is told.",
    from: "From",
    to: "Until and including",
    words: "What happens in this phase",
    running: "running",
    over: "over",
    reason: "Why do the dates change?",
    reasonHint: "As: “The soil survey takes three weeks longer.”",
    save: "Save dates",
    saveNext: "Phases begin and end at midnight.",
    back: "Back to the process",
    bothDays: "Please give both days, or none.",
    notice_gespeichert: "The dates are saved.",
    refused: "The dates stay as they are",
    refused_over: "The process is finished.",
    refused_none: "At least one phase needs its dates.",
    refused_backwards: "A phase ends before it begins. Please check the days.",
    refused_overlap:
      "Two phases overlap, or stand in another order. The next one begins after the last day of the one before.",
    refused_begun:
      "What has begun keeps its first day and is not left out. You can make it last longer or end earlier.",
    refused_past: "A last day cannot lie in the past. Earliest is today.",
    refused_reason: "The town was told these dates. Please say why they change.",
    moved: "New dates: {title}",
    movedTo: "{phase}: {dates}.",
    movedAway: "{phase} is left out.",
    because: "Reason: {reason}",
  },
  { de },
);
