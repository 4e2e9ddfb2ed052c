// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type InquiriesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"inquiry">>;
  number: number;
  channel: "web" | "mail" | "phone" | "counter" | "post";
  topic: "help" | "need" | "organization" | "company" | "newcomer" | "callback" | "barrier" | "other";
  words: string;
  personId: Id<"person"> | null;
  name: Generated<string>;
  email: string | null;
  phone: string | null;
  reachable: string | null;
  language: Generated<string>;
  answers: ColumnType<unknown, string | undefined, string>;
  notedBy: Id<"person"> | null;
  arrivedAt: ColumnType<Date, Date | undefined, Date>;
  closedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  closedBy: Id<"person"> | null;
  result: "answered" | "consultation" | "referred_elsewhere" | "duplicate" | "unreachable" | "spam" | null;
};
export type Inquiry = Selectable<InquiriesTable>;

export type InquiryRepliesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"inquiryReply">>;
  inquiryId: Id<"inquiry">;
  kind: "answer" | "note" | "call" | "message";
  words: string;
  writtenBy: Id<"person"> | null;
  writtenAt: ColumnType<Date, Date | undefined, Date>;
};
export type InquiryReply = Selectable<InquiryRepliesTable>;

export type TasksTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"task">>;
  kind: "inquiry" | "appointment" | "release" | "answer" | "trial" | "follow_up" | "review" | "stale" | "claim" | "double" | "reminder" | "proposal" | "shift" | "feed" | "survey" | "workshop" | "participation" | "network" | "consortium" | "strategy" | "thread";
  subjectId: string;
  title: string;
  detail: Generated<string>;
  path: string;
  personId: Id<"person"> | null;
  ownerId: Id<"person"> | null;
  dueAt: ColumnType<Date, Date, Date>;
  openedAt: ColumnType<Date, Date | undefined, Date>;
  doneBy: Id<"person"> | null;
  doneAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  outcome: Generated<string>;
};
export type Task = Selectable<TasksTable>;

export type SubstitutionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"substitution">>;
  absentId: Id<"person">;
  substituteId: Id<"person">;
  fromDay: string;
  toDay: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Substitution = Selectable<SubstitutionsTable>;

export type AppointmentsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"appointment">>;
  startsAt: ColumnType<Date, Date, Date>;
  endsAt: ColumnType<Date, Date, Date>;
  adviserId: Id<"person">;
  kind: Generated<"visit" | "call" | "home">;
  whereText: Generated<string>;
  personId: Id<"person"> | null;
  inquiryId: Id<"inquiry"> | null;
  name: Generated<string>;
  email: string | null;
  phone: string | null;
  tokenHash: Buffer | null;
  bookedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  canceledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  heldAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  missedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  revision: Generated<number>;
};
export type Appointment = Selectable<AppointmentsTable>;

declare module "#core/db.ts" {
  interface Tables {
    inquiries: InquiriesTable;
    inquiryReplies: InquiryRepliesTable;
    tasks: TasksTable;
    substitutions: SubstitutionsTable;
    appointments: AppointmentsTable;
  }
}
