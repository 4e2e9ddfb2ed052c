import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    path: "The path of this proposal",
    step_published: "Proposed",
    step_edited: "Changed by its authors",
    step_merged: "Merged with others",
    step_split: "Split into several",
    step_withdrawn: "Withdrawn by its authors",
    step_hidden: "Hidden by the moderation",
    step_shown: "Shown again",
    step_answered: "Answered by the administration",
    step_checkPassed: "Checked: possible",
    step_checkFailed: "Checked: not possible",
    step_onBallot: "On the ballot",
    step_funded: "Funded",
    step_notFunded: "Not funded this time",
    step_started: "Work has begun",
    step_progress: "It goes on",
    step_done: "Done",
    step_stopped: "Stopped",
  },
  { de },
);
