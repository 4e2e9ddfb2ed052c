import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How closely organizations work together, the loosest first. */
export const cooperationKinds = ["information", "coordination", "project", "structure"] as const;
export type CooperationKind = (typeof cooperationKinds)[number];

export const cooperationStates = ["proposed", "confirmed", "declined", "withdrawn"] as const;

export const memberStates = ["proposed", "confirmed", "declined"] as const;

/** What shows that a cooperation is real. */
export const evidenceKinds = ["meeting", "contract", "event", "survey", "other"] as const;

/** The part an organization plays in the network of the town. */
export const actorParts = ["core", "supporting", "informed"] as const;

export const groupParts = ["lead", "member"] as const;

const words = messages(
  {
    cooperation_information: "Keep each other informed",
    cooperation_coordination: "Coordinate",
    cooperation_project: "Joint project",
    cooperation_structure: "Shared structure",
    state_proposed: "Proposed",
    state_confirmed: "Confirmed",
    state_declined: "Declined",
    state_withdrawn: "Withdrawn",
    member_proposed: "Not answered yet",
    member_confirmed: "Confirmed",
    member_declined: "Declined",
    evidence_meeting: "Meeting",
    evidence_contract: "Agreement or contract",
    evidence_event: "Joint event",
    evidence_survey: "Answer in a survey",
    evidence_other: "Something else",
    actor_core: "Active core",
    actor_supporting: "Supports",
    actor_informed: "Is kept informed",
    group_lead: "Leads the group",
    group_member: "Member",
  },
  { de },
);

/** The word of a code. */
export const cooperationKindName = naming(cooperationKinds, (reader, code) =>
  words(reader)(`cooperation_${code}`),
);
export const cooperationStateName = naming(cooperationStates, (reader, code) =>
  words(reader)(`state_${code}`),
);
export const memberStateName = naming(memberStates, (reader, code) => words(reader)(`member_${code}`));
export const evidenceKindName = naming(evidenceKinds, (reader, code) => words(reader)(`evidence_${code}`));
export const actorPartName = naming(actorParts, (reader, code) => words(reader)(`actor_${code}`));
export const groupPartName = naming(groupParts, (reader, code) => words(reader)(`group_${code}`));
