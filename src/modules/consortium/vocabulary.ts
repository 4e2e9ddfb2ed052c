import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The three sectors that steer together. */
export const sectors = ["civil", "public", "business"] as const;
export type Sector = (typeof sectors)[number];

export const holderParts = ["member", "deputy"] as const;

export const officeKinds = ["patron", "chair", "deputyChair"] as const;
export type OfficeKind = (typeof officeKinds)[number];

export const rulesStates = ["draft", "adopted"] as const;

/** What a motion is about decides which majority it needs. */
export const subjects = ["ordinary", "rules", "strategy", "election"] as const;
export type Subject = (typeof subjects)[number];

/** What the consortium keeps until it is answered. */
export const topicKinds = ["question", "problem", "objective"] as const;
export type TopicKind = (typeof topicKinds)[number];

export const topicStates = ["open", "working", "answered", "paused", "dropped"] as const;
export type TopicState = (typeof topicStates)[number];

export const meetingStates = ["planned", "invited", "running", "closed", "canceled"] as const;

export const agendaKinds = ["information", "discussion", "decision"] as const;

/** What a seat says to an invitation. */
export const replies = ["room", "remote", "deputy", "absent"] as const;

export const presenceParts = ["member", "deputy", "guest"] as const;

export const presenceWays = ["room", "remote"] as const;

export const motionStates = ["open", "voting", "passed", "rejected", "deferred", "withdrawn"] as const;

/** How a motion is voted on. */
export const voteMethods = ["hand", "named", "secret", "consent", "consensing"] as const;
export type VoteMethod = (typeof voteMethods)[number];

export const choices = ["yes", "no", "abstain"] as const;
export type Choice = (typeof choices)[number];

export const objectionStates = ["open", "integrated", "withdrawn"] as const;

export const taskStates = ["open", "done", "dropped"] as const;

export const minutesStates = ["draft", "objections", "approved"] as const;

export const minutesObjectionStates = ["open", "accepted", "declined", "withdrawn"] as const;

const words = messages(
  {
    sector_civil: "Associations and initiatives",
    sector_public: "Municipality and public bodies",
    sector_business: "Companies",
    holder_member: "Member",
    holder_deputy: "Deputy",
    office_patron: "Patron",
    office_chair: "Chair",
    office_deputyChair: "Deputy chair",
    rules_draft: "Draft",
    rules_adopted: "Adopted",
    subject_ordinary: "Ordinary motion",
    subject_rules: "Change of the rules",
    subject_strategy: "The strategy",
    subject_election: "Election",
    topic_question: "Guiding question",
    topic_problem: "Problem statement",
    topic_objective: "Objective",
    topicState_open: "Open",
    topicState_working: "Being worked on",
    topicState_answered: "Answered",
    topicState_paused: "Paused",
    topicState_dropped: "Dropped",
    meeting_planned: "Planned",
    meeting_invited: "Invitations sent",
    meeting_running: "Running",
    meeting_closed: "Closed",
    meeting_canceled: "Canceled",
    agenda_information: "Information",
    agenda_discussion: "Discussion",
    agenda_decision: "Decision",
    reply_room: "Comes",
    reply_remote: "Takes part from afar",
    reply_deputy: "Sends the deputy",
    reply_absent: "Cannot come",
    presence_member: "Member",
    presence_deputy: "Deputy",
    presence_guest: "Guest",
    way_room: "In the room",
    way_remote: "From afar",
    motion_open: "Open",
    motion_voting: "Being voted on",
    motion_passed: "Passed",
    motion_rejected: "Rejected",
    motion_deferred: "Deferred",
    motion_withdrawn: "Withdrawn",
    method_hand: "Show of hands",
    method_named: "By name",
    method_secret: "Secret",
    method_consent: "Consent",
    method_consensing: "Least resistance",
    choice_yes: "Yes",
    choice_no: "No",
    choice_abstain: "Abstention",
    objection_open: "Open",
    objection_integrated: "Taken into the motion",
    objection_withdrawn: "Withdrawn",
    task_open: "Open",
    task_done: "Done",
    task_dropped: "Dropped",
    minutes_draft: "Draft",
    minutes_objections: "Open for objections",
    minutes_approved: "Approved and sealed",
    correction_open: "Open",
    correction_accepted: "Accepted",
    correction_declined: "Declined",
    correction_withdrawn: "Withdrawn",
  },
  { de },
);

/** The word of a code. */
export const sectorName = naming(sectors, (reader, code) => words(reader)(`sector_${code}`));
export const holderPartName = naming(holderParts, (reader, code) => words(reader)(`holder_${code}`));
export const officeKindName = naming(officeKinds, (reader, code) => words(reader)(`office_${code}`));
export const rulesStateName = naming(rulesStates, (reader, code) => words(reader)(`rules_${code}`));
export const subjectName = naming(subjects, (reader, code) => words(reader)(`subject_${code}`));
export const topicKindName = naming(topicKinds, (reader, code) => words(reader)(`topic_${code}`));
export const topicStateName = naming(topicStates, (reader, code) => words(reader)(`topicState_${code}`));
export const meetingStateName = naming(meetingStates, (reader, code) => words(reader)(`meeting_${code}`));
export const agendaKindName = naming(agendaKinds, (reader, code) => words(reader)(`agenda_${code}`));
export const replyName = naming(replies, (reader, code) => words(reader)(`reply_${code}`));
export const presencePartName = naming(presenceParts, (reader, code) => words(reader)(`presence_${code}`));
export const presenceWayName = naming(presenceWays, (reader, code) => words(reader)(`way_${code}`));
export const motionStateName = naming(motionStates, (reader, code) => words(reader)(`motion_${code}`));
export const voteMethodName = naming(voteMethods, (reader, code) => words(reader)(`method_${code}`));
export const choiceName = naming(choices, (reader, code) => words(reader)(`choice_${code}`));
export const objectionStateName = naming(objectionStates, (reader, code) =>
  words(reader)(`objection_${code}`),
);
export const taskStateName = naming(taskStates, (reader, code) => words(reader)(`task_${code}`));
export const minutesStateName = naming(minutesStates, (reader, code) => words(reader)(`minutes_${code}`));
export const minutesObjectionStateName = naming(minutesObjectionStates, (reader, code) =>
  words(reader)(`correction_${code}`),
);
