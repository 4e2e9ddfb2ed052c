// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type PagesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"page">>;
  slug: string;
  language: Generated<string>;
  title: string;
  body: Generated<string>;
  inFooter: Generated<boolean>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedBy: Id<"person"> | null;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Page = Selectable<PagesTable>;

export type NewsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"news">>;
  slug: string;
  title: string;
  lead: Generated<string>;
  body: Generated<string>;
  pictureId: Id<"file"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type News = Selectable<NewsTable>;

export type CalendarDatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"calendarDate">>;
  slug: string;
  title: string;
  body: Generated<string>;
  startsAt: ColumnType<Date, Date, Date>;
  endsAt: ColumnType<Date, Date, Date>;
  allDay: Generated<boolean>;
  whereText: Generated<string>;
  postcode: string | null;
  accessibility: Generated<string[]>;
  organizationId: Id<"organization"> | null;
  admission: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  revision: Generated<number>;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  canceledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  keptFor: string | null;
  keptPath: Generated<string>;
};
export type CalendarDate = Selectable<CalendarDatesTable>;

export type CalendarSourcesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"calendarSource">>;
  organizationId: Id<"organization">;
  url: string;
  name: Generated<string>;
  etag: string | null;
  lastModified: string | null;
  lookedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  readAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  nextAt: ColumnType<Date, Date | undefined, Date>;
  failures: Generated<number>;
  problem: string | null;
  found: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  confirmedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  preview: ColumnType<unknown, string | undefined, string>;
  unread: Generated<number>;
};
export type CalendarSource = Selectable<CalendarSourcesTable>;

export type CalendarCopiesTable = {
  placeId: Generated<Id<"place">>;
  sourceId: Id<"calendarSource">;
  uid: string;
  instance: ColumnType<Date, Date, Date>;
  dateId: Id<"calendarDate">;
  leads: boolean;
  fingerprint: string;
  seenAt: ColumnType<Date, Date | undefined, Date>;
};
export type CalendarCopy = Selectable<CalendarCopiesTable>;

declare module "#core/db.ts" {
  interface Tables {
    pages: PagesTable;
    news: NewsTable;
    calendarDates: CalendarDatesTable;
    calendarSources: CalendarSourcesTable;
    calendarCopies: CalendarCopiesTable;
  }
}
