// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type ShiftPlansTable = {
  placeId: Generated<Id<"place">>;
  opportunityId: Id<"opportunity">;
  mode: Generated<"open" | "wishes" | "closed">;
  approval: Generated<"automatic" | "asked">;
  groupWaiting: Generated<"skip" | "part">;
  offerHours: Generated<number>;
  cancelHours: Generated<number>;
  restMinutes: Generated<number>;
  selfCheckIn: Generated<boolean>;
  checkInCode: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type ShiftPlan = Selectable<ShiftPlansTable>;

export type ShiftRolesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"shiftRole">>;
  opportunityId: Id<"opportunity">;
  name: string;
  description: Generated<string>;
  minimumAge: number | null;
  position: Generated<number>;
  retiredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ShiftRole = Selectable<ShiftRolesTable>;

export type RoleQualificationsTable = {
  placeId: Generated<Id<"place">>;
  roleId: Id<"shiftRole">;
  qualificationId: Id<"qualification">;
};
export type RoleQualification = Selectable<RoleQualificationsTable>;

export type ShiftSeriesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"shiftSeries">>;
  opportunityId: Id<"opportunity">;
  title: Generated<string>;
  rule: string;
  startsOn: string;
  startsTime: string;
  minutes: number;
  whereText: Generated<string>;
  skipsHolidays: Generated<boolean>;
  leftOut: Generated<string[]>;
  needs: ColumnType<unknown, string | undefined, string>;
  madeUntil: string | null;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ShiftSeries = Selectable<ShiftSeriesTable>;

export type ShiftsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"shift">>;
  opportunityId: Id<"opportunity">;
  seriesId: Id<"shiftSeries"> | null;
  seriesDay: string | null;
  title: Generated<string>;
  startsAt: ColumnType<Date, Date, Date>;
  endsAt: ColumnType<Date, Date, Date>;
  whereText: Generated<string>;
  words: Generated<string>;
  source: string | null;
  externalId: string | null;
  canceledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  canceledWhy: Generated<string>;
  revision: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Shift = Selectable<ShiftsTable>;

export type ShiftNeedsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"shiftNeed">>;
  shiftId: Id<"shift">;
  roleId: Id<"shiftRole">;
  minimum: Generated<number>;
  maximum: number;
  taken: Generated<number>;
  entries: Generated<number>;
};
export type ShiftNeed = Selectable<ShiftNeedsTable>;

export type CommitmentsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"commitment">>;
  personId: Id<"person">;
  seriesId: Id<"shiftSeries">;
  roleId: Id<"shiftRole">;
  every: Generated<number>;
  startsOn: string;
  endsOn: string | null;
  pausedFrom: string | null;
  pausedUntil: string | null;
  leftOut: Generated<string[]>;
  words: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Commitment = Selectable<CommitmentsTable>;

export type SignupsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"signup">>;
  needId: Id<"shiftNeed">;
  shiftId: Id<"shift">;
  personId: Id<"person"> | null;
  name: Generated<string>;
  party: Generated<number>;
  partyNames: Generated<string>;
  state: "asked" | "confirmed" | "waiting" | "offered" | "declined" | "canceled" | "removed" | "passed";
  stateSince: ColumnType<Date, Date | undefined, Date>;
  how: Generated<"self" | "office" | "plan" | "commitment" | "handover" | "call" | "walk_in" | "import">;
  number: Generated<number>;
  fixed: Generated<boolean>;
  commitmentId: Id<"commitment"> | null;
  words: Generated<string>;
  offeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  offerExpiresAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  tokenHash: Buffer | null;
  during: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Signup = Selectable<SignupsTable>;

export type SignupStatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"signupState">>;
  signupId: Id<"signup">;
  state: string;
  reason: Generated<string>;
  words: Generated<string>;
  byId: Id<"person"> | null;
  at: ColumnType<Date, Date | undefined, Date>;
};
export type SignupState = Selectable<SignupStatesTable>;

export type SignupRulesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"signupRule">>;
  organizationId: Id<"organization">;
  opportunityId: Id<"opportunity"> | null;
  decision: "approve" | "ask" | "block";
  fact: "attended" | "missed" | "attendance" | "days_known" | "age_adult" | "checked" | "qualified" | "party";
  comparison: "at_least" | "at_most";
  value: number;
  words: Generated<string>;
  position: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type SignupRule = Selectable<SignupRulesTable>;

export type RuleDecisionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"ruleDecision">>;
  ruleId: Id<"signupRule">;
  signupId: Id<"signup">;
  decision: "approve" | "ask" | "block";
  found: number;
  at: ColumnType<Date, Date | undefined, Date>;
};
export type RuleDecision = Selectable<RuleDecisionsTable>;

export type HandoversTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"handover">>;
  signupId: Id<"signup">;
  fromId: Id<"person">;
  toId: Id<"person"> | null;
  returnId: Id<"signup"> | null;
  words: Generated<string>;
  tokenHash: Buffer;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
  takenBy: Id<"person"> | null;
  takenAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Handover = Selectable<HandoversTable>;

export type ShiftCallsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"shiftCall">>;
  needId: Id<"shiftNeed">;
  words: Generated<string>;
  asked: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type ShiftCall = Selectable<ShiftCallsTable>;

export type HelpersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"helper">>;
  opportunityId: Id<"opportunity">;
  personId: Id<"person">;
  mostShifts: number | null;
  mostMinutesADay: number | null;
  mostMinutesAWeek: number | null;
  words: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Helper = Selectable<HelpersTable>;

export type ShiftWishesTable = {
  placeId: Generated<Id<"place">>;
  helperId: Id<"helper">;
  needId: Id<"shiftNeed">;
  preference: number;
  toldAt: ColumnType<Date, Date | undefined, Date>;
};
export type ShiftWish = Selectable<ShiftWishesTable>;

export type HelperPairsTable = {
  placeId: Generated<Id<"place">>;
  oneId: Id<"helper">;
  otherId: Id<"helper">;
  kind: "together" | "apart";
};
export type HelperPair = Selectable<HelperPairsTable>;

export type PlanProposalsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"planProposal">>;
  opportunityId: Id<"opportunity">;
  state: Generated<"waiting" | "running" | "done" | "stopped" | "failed" | "adopted" | "dropped">;
  progress: Generated<number>;
  stopAskedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  problem: ColumnType<unknown, string | undefined, string>;
  result: ColumnType<unknown, string | undefined, string>;
  optimal: boolean | null;
  timeLimitSeconds: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  finishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  adoptedBy: Id<"person"> | null;
  adoptedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type PlanProposal = Selectable<PlanProposalsTable>;

export type AttendanceMarksTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"attendanceMark">>;
  signupId: Id<"signup">;
  mark: "arrived" | "left" | "missed" | "excused" | "cleared";
  how: "list" | "code" | "self" | "paper";
  markedAt: ColumnType<Date, Date, Date>;
  receivedAt: ColumnType<Date, Date | undefined, Date>;
  markedBy: Id<"person"> | null;
  people: number | null;
};
export type AttendanceMark = Selectable<AttendanceMarksTable>;

export type AttendancesTable = {
  placeId: Generated<Id<"place">>;
  signupId: Id<"signup">;
  state: "arrived" | "left" | "missed" | "excused";
  arrivedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  leftAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  people: Generated<number>;
  minutes: number | null;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  countedMinutes: number | null;
};
export type Attendance = Selectable<AttendancesTable>;

declare module "#core/db.ts" {
  interface Tables {
    shiftPlans: ShiftPlansTable;
    shiftRoles: ShiftRolesTable;
    roleQualifications: RoleQualificationsTable;
    shiftSeries: ShiftSeriesTable;
    shifts: ShiftsTable;
    shiftNeeds: ShiftNeedsTable;
    commitments: CommitmentsTable;
    signups: SignupsTable;
    signupStates: SignupStatesTable;
    signupRules: SignupRulesTable;
    ruleDecisions: RuleDecisionsTable;
    handovers: HandoversTable;
    shiftCalls: ShiftCallsTable;
    helpers: HelpersTable;
    shiftWishes: ShiftWishesTable;
    helperPairs: HelperPairsTable;
    planProposals: PlanProposalsTable;
    attendanceMarks: AttendanceMarksTable;
    attendances: AttendancesTable;
  }
}
