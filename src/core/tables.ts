// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "./id.ts";

export type EventsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"event">>;
  name: string;
  subjectId: string;
  actorId: Id<"person"> | null;
  data: ColumnType<unknown, string | undefined, string>;
  happenedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Event = Selectable<EventsTable>;

export type SubmissionsTable = {
  placeId: Generated<Id<"place">>;
  key: string;
  address: string;
  location: string | null;
  sentAt: ColumnType<Date, Date | undefined, Date>;
};
export type Submission = Selectable<SubmissionsTable>;

export type FilesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"file">>;
  mediaType: string;
  name: string;
  bytes: Buffer;
  width: number | null;
  height: number | null;
  alternativeText: Generated<string>;
  uploadedBy: Id<"person"> | null;
  uploadedAt: ColumnType<Date, Date | undefined, Date>;
  forOffice: Generated<boolean>;
};
export type File = Selectable<FilesTable>;

export type MailsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"mail">>;
  key: string;
  kind: string;
  recipientEmail: string;
  recipientName: Generated<string>;
  personId: Id<"person"> | null;
  subject: string;
  textBody: string;
  htmlBody: string;
  language: Generated<string>;
  unsubscribePath: string | null;
  writtenAt: ColumnType<Date, Date | undefined, Date>;
  sentAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  attempts: Generated<number>;
  lastError: string | null;
};
export type Mail = Selectable<MailsTable>;

declare module "./db.ts" {
  interface Tables {
    events: EventsTable;
    submissions: SubmissionsTable;
    files: FilesTable;
    mails: MailsTable;
  }
}
