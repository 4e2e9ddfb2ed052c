import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people hear when a shift of theirs moves or is called off, and what the pages of a plan are called. */
export const say = messages(
  {
    movedSubject: "Your shift has moved: {when}",
    movedText: "“{title}” of {organization} has changed. It was planned for {before}. Now it is: {when}.",
    movedWhere: "Where: {where}",
    movedAsk:
      "Your place is yours. If the new time does not suit you, please cancel, so that somebody else can come.",
    movedAction: "See my shifts",
    canceledSubject: "Canceled: your shift, {when}",
    canceledText: "“{title}” of {organization}, {when}, does not take place.",
    canceledWhy: "The reason: {why}",
    canceledAsk: "You do not have to do anything. Thank you for having said yes.",
    canceledAction: "See other shifts",
    offerEnded: "The offer has ended.",
    plans: "Shift plans",
    partOf: "Shift plan of {organization}",
    part_plan: "Plan",
    part_series: "Series",
    part_helpers: "Helpers",
    part_proposals: "Proposal",
    part_onSite: "On site",
    part_lists: "Lists to print",
    part_roles: "Roles",
    part_rules: "Rules",
    part_imports: "Import",
    part_settings: "Settings",
  },
  { de },
);
