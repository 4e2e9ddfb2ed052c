// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type ConsortiumsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"consortium">>;
  name: string;
  purpose: Generated<string>;
  foundedOn: string;
  endedOn: string | null;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Consortium = Selectable<ConsortiumsTable>;

export type SeatsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"seat">>;
  position: Generated<number>;
  title: string;
  organizationId: Id<"organization"> | null;
  sector: "civil" | "public" | "business";
  voting: Generated<boolean>;
  startsOn: string;
  endsOn: string | null;
  endWords: Generated<string>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Seat = Selectable<SeatsTable>;

export type SeatHoldersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"seatHolder">>;
  seatId: Id<"seat">;
  personId: Id<"person"> | null;
  name: string;
  part: Generated<"member" | "deputy">;
  public: Generated<boolean>;
  startsOn: string;
  endsOn: string | null;
};
export type SeatHolder = Selectable<SeatHoldersTable>;

export type ConsortiumOfficesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"consortiumOffice">>;
  kind: "patron" | "chair" | "deputyChair";
  seatId: Id<"seat"> | null;
  personId: Id<"person"> | null;
  name: string;
  words: Generated<string>;
  public: Generated<boolean>;
  startsOn: string;
  endsOn: string | null;
};
export type ConsortiumOffice = Selectable<ConsortiumOfficesTable>;

export type ProcedureRulesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"procedureRule">>;
  number: number;
  rules: ColumnType<unknown, string, string>;
  words: Generated<string>;
  state: Generated<"draft" | "adopted">;
  validFrom: string | null;
  adoptedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type ProcedureRule = Selectable<ProcedureRulesTable>;

export type TopicsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"topic">>;
  kind: "question" | "problem" | "objective";
  number: number;
  title: string;
  words: Generated<string>;
  state: Generated<"open" | "working" | "answered" | "paused" | "dropped">;
  stateWords: Generated<string>;
  parentId: Id<"topic"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Topic = Selectable<TopicsTable>;

export type TopicStatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"topicState">>;
  topicId: Id<"topic">;
  state: "open" | "working" | "answered" | "paused" | "dropped";
  title: string;
  words: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type TopicState = Selectable<TopicStatesTable>;

export type MeetingSeriesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"meetingSeries">>;
  title: string;
  rule: string;
  startsOn: string;
  endsOn: string | null;
  startTime: string;
  minutes: number;
  whereWords: Generated<string>;
  onlineWords: Generated<string>;
};
export type MeetingSeries = Selectable<MeetingSeriesTable>;

export type MeetingsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"meeting">>;
  number: number;
  seriesId: Id<"meetingSeries"> | null;
  title: string;
  words: Generated<string>;
  startsAt: ColumnType<Date, Date, Date>;
  endsAt: ColumnType<Date, Date, Date>;
  whereWords: Generated<string>;
  onlineWords: Generated<string>;
  state: Generated<"planned" | "invited" | "running" | "closed" | "canceled">;
  stateWords: Generated<string>;
  rulesId: Id<"procedureRule"> | null;
  invitedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  openedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  closedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  minuteTaker: Generated<string>;
  revision: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Meeting = Selectable<MeetingsTable>;

export type AgendaItemsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"agendaItem">>;
  meetingId: Id<"meeting">;
  position: number;
  kind: Generated<"information" | "discussion" | "decision">;
  title: string;
  words: Generated<string>;
  minutes: Generated<number>;
  public: Generated<boolean>;
  announced: Generated<boolean>;
  topicId: Id<"topic"> | null;
  proposedBySeatId: Id<"seat"> | null;
  minutesWords: Generated<string>;
  begunAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type AgendaItem = Selectable<AgendaItemsTable>;

export type AgendaPapersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"agendaPaper">>;
  agendaItemId: Id<"agendaItem">;
  title: string;
  url: Generated<string>;
  fileId: Id<"file"> | null;
  public: Generated<boolean>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type AgendaPaper = Selectable<AgendaPapersTable>;

export type ConflictsOfInterestTable = {
  placeId: Generated<Id<"place">>;
  agendaItemId: Id<"agendaItem">;
  seatId: Id<"seat">;
  words: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ConflictOfInterest = Selectable<ConflictsOfInterestTable>;

export type MeetingRepliesTable = {
  placeId: Generated<Id<"place">>;
  meetingId: Id<"meeting">;
  seatId: Id<"seat">;
  reply: "room" | "remote" | "deputy" | "absent";
  words: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type MeetingReply = Selectable<MeetingRepliesTable>;

export type MeetingPresencesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"meetingPresence">>;
  meetingId: Id<"meeting">;
  seatId: Id<"seat"> | null;
  holderId: Id<"seatHolder"> | null;
  name: string;
  part: "member" | "deputy" | "guest";
  way: Generated<"room" | "remote">;
  cameAt: ColumnType<Date, Date, Date>;
  leftAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type MeetingPresence = Selectable<MeetingPresencesTable>;

export type MotionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"motion">>;
  agendaItemId: Id<"agendaItem"> | null;
  circular: Generated<boolean>;
  dueAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  title: string;
  wording: string;
  reason: Generated<string>;
  version: Generated<number>;
  subject: Generated<"ordinary" | "rules" | "strategy" | "election">;
  public: Generated<boolean>;
  proposedBySeatId: Id<"seat"> | null;
  rulesId: Id<"procedureRule"> | null;
  state: Generated<"open" | "voting" | "passed" | "rejected" | "deferred" | "withdrawn">;
  stateWords: Generated<string>;
  thingKind: string | null;
  thingId: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Motion = Selectable<MotionsTable>;

export type MotionVotesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"motionVote">>;
  motionId: Id<"motion">;
  number: number;
  method: "hand" | "named" | "secret" | "consent" | "consensing";
  state: Generated<"open" | "closed" | "void">;
  options: ColumnType<unknown, string | undefined, string>;
  counts: ColumnType<unknown, string | null | undefined, string | null>;
  castingVote: "yes" | "no" | null;
  decision: ColumnType<unknown, string | null | undefined, string | null>;
  openedAt: ColumnType<Date, Date | undefined, Date>;
  closedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type MotionVote = Selectable<MotionVotesTable>;

export type VoteSeatsTable = {
  placeId: Generated<Id<"place">>;
  voteId: Id<"motionVote">;
  seatId: Id<"seat">;
  present: boolean;
  biased: Generated<boolean>;
  voted: Generated<boolean>;
};
export type VoteSeat = Selectable<VoteSeatsTable>;

export type VoteChoicesTable = {
  placeId: Generated<Id<"place">>;
  voteId: Id<"motionVote">;
  seatId: Id<"seat">;
  choice: "yes" | "no" | "abstain" | null;
  marks: ColumnType<unknown, string | null | undefined, string | null>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type VoteChoice = Selectable<VoteChoicesTable>;

export type VoteSlipsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"voteSlip">>;
  voteId: Id<"motionVote">;
  choice: "yes" | "no" | "abstain";
};
export type VoteSlip = Selectable<VoteSlipsTable>;

export type MotionObjectionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"motionObjection">>;
  motionId: Id<"motion">;
  voteId: Id<"motionVote"> | null;
  seatId: Id<"seat">;
  version: number;
  reason: string;
  change: string;
  state: Generated<"open" | "integrated" | "withdrawn">;
  answer: Generated<string>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  settledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type MotionObjection = Selectable<MotionObjectionsTable>;

export type ResolutionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"resolution">>;
  year: number;
  number: number;
  motionId: Id<"motion">;
  voteId: Id<"motionVote"> | null;
  meetingId: Id<"meeting"> | null;
  title: string;
  wording: string;
  reason: Generated<string>;
  decision: ColumnType<unknown, string, string>;
  rulesId: Id<"procedureRule"> | null;
  conflicts: ColumnType<unknown, string | undefined, string>;
  public: Generated<boolean>;
  decidedOn: string;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Resolution = Selectable<ResolutionsTable>;

export type ConsortiumTasksTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"consortiumTask">>;
  meetingId: Id<"meeting"> | null;
  agendaItemId: Id<"agendaItem"> | null;
  resolutionId: Id<"resolution"> | null;
  title: string;
  words: Generated<string>;
  seatId: Id<"seat"> | null;
  organizationId: Id<"organization"> | null;
  ownerWords: Generated<string>;
  dueOn: string;
  state: Generated<"open" | "done" | "dropped">;
  stateWords: Generated<string>;
  doneOn: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type ConsortiumTask = Selectable<ConsortiumTasksTable>;

export type MeetingMinutesTable = {
  placeId: Generated<Id<"place">>;
  meetingId: Id<"meeting">;
  state: Generated<"draft" | "objections" | "approved">;
  revision: Generated<number>;
  sentAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  objectionsUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  approvedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  content: ColumnType<unknown, string | null | undefined, string | null>;
  hash: string | null;
  fileId: Id<"file"> | null;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  sent: ColumnType<unknown, string | null | undefined, string | null>;
};
export type MeetingMinutes = Selectable<MeetingMinutesTable>;

export type MinutesObjectionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"minutesObjection">>;
  meetingId: Id<"meetingMinutes">;
  agendaItemId: Id<"agendaItem"> | null;
  seatId: Id<"seat">;
  words: string;
  state: Generated<"open" | "accepted" | "declined" | "withdrawn">;
  answer: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  settledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type MinutesObjection = Selectable<MinutesObjectionsTable>;

declare module "#core/db.ts" {
  interface Tables {
    consortiums: ConsortiumsTable;
    seats: SeatsTable;
    seatHolders: SeatHoldersTable;
    consortiumOffices: ConsortiumOfficesTable;
    procedureRules: ProcedureRulesTable;
    topics: TopicsTable;
    topicStates: TopicStatesTable;
    meetingSeries: MeetingSeriesTable;
    meetings: MeetingsTable;
    agendaItems: AgendaItemsTable;
    agendaPapers: AgendaPapersTable;
    conflictsOfInterest: ConflictsOfInterestTable;
    meetingReplies: MeetingRepliesTable;
    meetingPresences: MeetingPresencesTable;
    motions: MotionsTable;
    motionVotes: MotionVotesTable;
    voteSeats: VoteSeatsTable;
    voteChoices: VoteChoicesTable;
    voteSlips: VoteSlipsTable;
    motionObjections: MotionObjectionsTable;
    resolutions: ResolutionsTable;
    consortiumTasks: ConsortiumTasksTable;
    meetingMinutes: MeetingMinutesTable;
    minutesObjections: MinutesObjectionsTable;
  }
}
