import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

export const versionStates = ["draft", "amending", "settling", "adopted", "replaced"] as const;

export const amendmentActions = ["change", "insert", "delete"] as const;

export const amendmentStates = [
  "submitted",
  "open",
  "accepted",
  "declined",
  "withdrawn",
  "review",
  "hidden",
] as const;

export const recommendations = ["accept", "decline", "discuss"] as const;

export const packageStates = ["open", "agreed", "failed", "withdrawn"] as const;

/** Whether a seat can live with something. */
export const stanceKinds = ["support", "canLive", "cannotLive"] as const;

export const measureStates = ["planned", "running", "done", "changed", "dropped"] as const;

/** How a measure goes, said with a reason. */
export const lights = ["green", "yellow", "red"] as const;

export const directions = ["up", "down"] as const;

/** What a partner can give. */
export const commitmentKinds = ["hours", "people", "room", "things", "money"] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

export const commitmentStates = ["offered", "confirmed", "declined", "ended"] as const;

const words = messages(
  {
    version_draft: "Draft",
    version_amending: "Open for amendments",
    version_settling: "Amendments are settled",
    version_adopted: "Adopted",
    version_replaced: "Replaced",
    action_change: "Change",
    action_insert: "Add",
    action_delete: "Remove",
    amendment_submitted: "Being read",
    amendment_open: "Open",
    amendment_accepted: "Accepted",
    amendment_declined: "Declined",
    amendment_withdrawn: "Withdrawn",
    amendment_review: "To be looked at again",
    amendment_hidden: "Hidden",
    recommendation_accept: "Accept",
    recommendation_decline: "Decline",
    recommendation_discuss: "Discuss",
    package_open: "Open",
    package_agreed: "Agreed",
    package_failed: "Failed",
    package_withdrawn: "Withdrawn",
    stance_support: "Supports it",
    stance_canLive: "Can live with it",
    stance_cannotLive: "Cannot live with it",
    measure_planned: "Planned",
    measure_running: "Under way",
    measure_done: "Done",
    measure_changed: "Changed",
    measure_dropped: "Dropped",
    light_green: "As planned",
    light_yellow: "Late or thin",
    light_red: "Stuck",
    direction_up: "More is better",
    direction_down: "Less is better",
    commitment_hours: "Hours",
    commitment_people: "People",
    commitment_room: "Rooms",
    commitment_things: "Things",
    commitment_money: "Money",
    given_offered: "Offered",
    given_confirmed: "Confirmed",
    given_declined: "Declined",
    given_ended: "Ended",
  },
  { de },
);

/** The word of a code. */
export const versionStateName = naming(versionStates, (reader, code) => words(reader)(`version_${code}`));
export const amendmentActionName = naming(amendmentActions, (reader, code) =>
  words(reader)(`action_${code}`),
);
export const amendmentStateName = naming(amendmentStates, (reader, code) =>
  words(reader)(`amendment_${code}`),
);
export const recommendationName = naming(recommendations, (reader, code) =>
  words(reader)(`recommendation_${code}`),
);
export const packageStateName = naming(packageStates, (reader, code) => words(reader)(`package_${code}`));
export const stanceKindName = naming(stanceKinds, (reader, code) => words(reader)(`stance_${code}`));
export const measureStateName = naming(measureStates, (reader, code) => words(reader)(`measure_${code}`));
export const lightName = naming(lights, (reader, code) => words(reader)(`light_${code}`));
export const directionName = naming(directions, (reader, code) => words(reader)(`direction_${code}`));
export const commitmentKindName = naming(commitmentKinds, (reader, code) =>
  words(reader)(`commitment_${code}`),
);
export const commitmentStateName = naming(commitmentStates, (reader, code) => words(reader)(`given_${code}`));
