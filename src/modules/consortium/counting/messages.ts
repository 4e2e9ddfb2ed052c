import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    version: "version {n}",
    edit: "Change, put off or withdraw this motion",
    method: "How shall be voted?",
    optionsLabel: "Options, one a line",
    optionsHint: "Only for a vote by least resistance. “Leave everything as it is” is added by itself.",
    passive: "Leave everything as it is",
    notAnnounced:
      "This item did not stand in the invitation: one can vote, but by the rules nothing is decided.",
    open: "Open the vote",
    openNext: "Who is present now may vote. The seats see the vote on their phones at once.",
    running: "The vote is open: {method}",
    voted: "{n} of {of} seats have voted.",
    slips: "{n} of {of} slips lie in the box.",
    still: "Still missing: {seats}.",
    sectorLegend: "{sector}: {n} present",
    allLegend: "All together: {n} present",
    yes: "Yes",
    no: "No",
    abstain: "Abstentions",
    casting: "With a tie, the chair votes",
    castingHint: "Only needed if there are as many yes as no.",
    casting_yes: "Yes",
    casting_no: "No",
    close: "Close and count",
    closeNext: "The result is on every screen at once; what passes becomes a numbered resolution.",
    void: "Break the vote off",
    resolution: "Resolution {number}",
    biased: "Conflict of interest: {seats}",
    byName: "By name",
  },
  { de },
);
