// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type SurveysTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"survey">>;
  organizationId: Id<"organization"> | null;
  slug: string;
  title: string;
  words: Generated<string>;
  audience: Generated<"organizations" | "people" | "everybody">;
  privacy: Generated<"named" | "anonymous" | "counters">;
  access: Generated<"open" | "codes" | "both">;
  asksContact: Generated<boolean>;
  listed: Generated<boolean>;
  state: Generated<"draft" | "open" | "closed">;
  closesAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  openedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  closedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  population: number | null;
  populationWords: Generated<string>;
  threshold: Generated<number>;
  quotas: ColumnType<unknown, string | undefined, string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Survey = Selectable<SurveysTable>;

export type QuestionnairesTable = {
  placeId: Generated<Id<"place">>;
  surveyId: Id<"survey">;
  version: number;
  content: ColumnType<unknown, string, string>;
  before: ColumnType<unknown, string | null | undefined, string | null>;
  revision: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Questionnaire = Selectable<QuestionnairesTable>;

export type SurveyInvitationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"surveyInvitation">>;
  surveyId: Id<"survey">;
  how: "mail" | "letter" | "card";
  organizationId: Id<"organization"> | null;
  personId: Id<"person"> | null;
  name: Generated<string>;
  email: Generated<string>;
  address: Generated<string>;
  sector: "civil" | "public" | "business" | null;
  field: Generated<string>;
  answered: Generated<boolean>;
  declined: Generated<boolean>;
  invitedOn: string | null;
  reminders: Generated<number>;
  remindedOn: string | null;
};
export type SurveyInvitation = Selectable<SurveyInvitationsTable>;

export type SurveyCodesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"surveyCode">>;
  surveyId: Id<"survey">;
  invitationId: Id<"surveyInvitation">;
  codeHash: Buffer;
};
export type SurveyCode = Selectable<SurveyCodesTable>;

export type SurveyDraftsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"surveyDraft">>;
  surveyId: string;
  keyHash: Buffer;
  version: number;
  language: string;
  answers: ColumnType<unknown, string | undefined, string>;
  page: Generated<string>;
  changedOn: Generated<string>;
};
export type SurveyDraft = Selectable<SurveyDraftsTable>;

export type PaperBatchesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"paperBatch">>;
  surveyId: string;
  version: number;
  number: number;
  label: Generated<string>;
  sheets: number;
  totals: ColumnType<unknown, string | undefined, string>;
  typedTwice: Generated<boolean>;
  state: Generated<"open" | "closed">;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  closedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type PaperBatch = Selectable<PaperBatchesTable>;

export type PaperEntriesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"paperEntry">>;
  batchId: Id<"paperBatch">;
  sheet: number;
  pass: Generated<number>;
  answers: ColumnType<unknown, string | undefined, string>;
  enteredBy: Id<"person"> | null;
  enteredAt: ColumnType<Date, Date | undefined, Date>;
};
export type PaperEntry = Selectable<PaperEntriesTable>;

export type ResponsesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"response">>;
  surveyId: string;
  version: number;
  how: Generated<"web" | "paper" | "phone">;
  language: string;
  answeredOn: Generated<string>;
  answers: ColumnType<unknown, string, string>;
  batchId: Id<"paperBatch"> | null;
  organizationId: Id<"organization"> | null;
  respondent: Generated<string>;
};
export type Response = Selectable<ResponsesTable>;

export type SurveyCountersTable = {
  placeId: Generated<Id<"place">>;
  surveyId: Id<"survey">;
  question: Generated<string>;
  value: Generated<string>;
  how: Generated<"web" | "paper" | "phone">;
  count: Generated<number>;
};
export type SurveyCounter = Selectable<SurveyCountersTable>;

export type SurveyContactsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"surveyContact">>;
  surveyId: Id<"survey">;
  name: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  words: Generated<string>;
  leftOn: Generated<string>;
};
export type SurveyContact = Selectable<SurveyContactsTable>;

export type TextReviewsTable = {
  placeId: Generated<Id<"place">>;
  surveyId: Id<"survey">;
  question: string;
  textHash: Buffer;
  verdict: "shown" | "shortened" | "hidden";
  words: Generated<string>;
  reviewedBy: Id<"person"> | null;
  reviewedAt: ColumnType<Date, Date | undefined, Date>;
};
export type TextReview = Selectable<TextReviewsTable>;

export type SurveyReleasesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"surveyRelease">>;
  surveyId: Id<"survey">;
  number: number | null;
  state: Generated<"draft" | "computing" | "computed" | "published">;
  standOn: string;
  threshold: number;
  questions: Generated<string[]>;
  crossings: ColumnType<unknown, string | undefined, string>;
  title: Generated<string>;
  words: Generated<string>;
  author: Generated<string>;
  answered: Generated<number>;
  population: number | null;
  counts: ColumnType<unknown, string | null | undefined, string | null>;
  content: ColumnType<unknown, string | null | undefined, string | null>;
  attack: ColumnType<unknown, string | null | undefined, string | null>;
  progress: ColumnType<unknown, string | null | undefined, string | null>;
  failed: Generated<string>;
  contentHash: string | null;
  fileId: Id<"file"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  publishedBy: Id<"person"> | null;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type SurveyRelease = Selectable<SurveyReleasesTable>;

export type SurveyFindingsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"surveyFinding">>;
  releaseId: Id<"surveyRelease">;
  question: string;
  title: string;
  position: Generated<number>;
};
export type SurveyFinding = Selectable<SurveyFindingsTable>;

declare module "#core/db.ts" {
  interface Tables {
    surveys: SurveysTable;
    questionnaires: QuestionnairesTable;
    surveyInvitations: SurveyInvitationsTable;
    surveyCodes: SurveyCodesTable;
    surveyDrafts: SurveyDraftsTable;
    paperBatches: PaperBatchesTable;
    paperEntries: PaperEntriesTable;
    responses: ResponsesTable;
    surveyCounters: SurveyCountersTable;
    surveyContacts: SurveyContactsTable;
    textReviews: TextReviewsTable;
    surveyReleases: SurveyReleasesTable;
    surveyFindings: SurveyFindingsTable;
  }
}
