// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type WorkshopsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshop">>;
  slug: string;
  title: string;
  question: Generated<string>;
  words: Generated<string>;
  state: Generated<"draft" | "announced" | "running" | "correcting" | "finished" | "canceled">;
  startsAt: ColumnType<Date, Date, Date>;
  endsAt: ColumnType<Date, Date, Date>;
  whereText: Generated<string>;
  accessWords: Generated<string>;
  seats: Generated<number>;
  hallCode: string;
  correctUntil: string | null;
  cardCount: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Workshop = Selectable<WorkshopsTable>;

export type WorkshopPhasesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopPhase">>;
  workshopId: Id<"workshop">;
  kind: Generated<"critique" | "vision" | "realization" | "other">;
  title: string;
  question: Generated<string>;
  minutes: Generated<number>;
  position: Generated<number>;
  dots: Generated<number>;
  paperPeople: Generated<number>;
  takes: Generated<"nothing" | "cards" | "dots">;
};
export type WorkshopPhase = Selectable<WorkshopPhasesTable>;

export type WorkshopTablesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopTable">>;
  workshopId: Id<"workshop">;
  title: string;
  question: Generated<string>;
  hostName: Generated<string>;
  position: Generated<number>;
};
export type WorkshopTable = Selectable<WorkshopTablesTable>;

export type WorkshopRegistrationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopRegistration">>;
  workshopId: Id<"workshop">;
  personId: Id<"person"> | null;
  name: string;
  email: Generated<string>;
  phone: Generated<string>;
  organizationName: Generated<string>;
  sector: "civil" | "public" | "business" | null;
  tableId: Id<"workshopTable"> | null;
  needs: Generated<string>;
  photoConsent: Generated<boolean>;
  state: Generated<"registered" | "waiting" | "canceled">;
  present: Generated<boolean>;
  tokenHash: Buffer | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkshopRegistration = Selectable<WorkshopRegistrationsTable>;

export type WorkshopGuestsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopGuest">>;
  workshopId: Id<"workshop">;
  tableId: Id<"workshopTable"> | null;
  tokenHash: Buffer;
  isHost: Generated<boolean>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkshopGuest = Selectable<WorkshopGuestsTable>;

export type CardClustersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"cardCluster">>;
  workshopId: Id<"workshop">;
  phaseId: Id<"workshopPhase">;
  title: string;
  words: Generated<string>;
  position: Generated<number>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type CardCluster = Selectable<CardClustersTable>;

export type CardsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"card">>;
  workshopId: Id<"workshop">;
  phaseId: Id<"workshopPhase">;
  tableId: Id<"workshopTable"> | null;
  guestId: Id<"workshopGuest"> | null;
  number: number;
  clientKey: string;
  text: string;
  how: Generated<"phone" | "paper">;
  fileId: Id<"file"> | null;
  clusterId: Id<"cardCluster"> | null;
  position: Generated<number>;
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Card = Selectable<CardsTable>;

export type WorkshopDotsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopDot">>;
  workshopId: Id<"workshop">;
  clusterId: Id<"cardCluster">;
  guestId: Id<"workshopGuest"> | null;
  count: number;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkshopDot = Selectable<WorkshopDotsTable>;

export type WorkshopCorrectionsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopCorrection">>;
  workshopId: Id<"workshop">;
  clusterId: Id<"cardCluster">;
  guestId: Id<"workshopGuest"> | null;
  registrationId: Id<"workshopRegistration"> | null;
  words: string;
  state: Generated<"open" | "taken" | "declined">;
  reply: Generated<string>;
  decidedBy: Id<"person"> | null;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkshopCorrection = Selectable<WorkshopCorrectionsTable>;

export type WorkshopStepsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopStep">>;
  workshopId: Id<"workshop">;
  clusterId: Id<"cardCluster"> | null;
  title: string;
  words: Generated<string>;
  organizationId: Id<"organization"> | null;
  ownerId: Id<"person"> | null;
  ownerName: Generated<string>;
  dueOn: string;
  state: Generated<"planned" | "started" | "done" | "dropped">;
  stateWords: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkshopStep = Selectable<WorkshopStepsTable>;

export type WorkshopPhotosTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workshopPhoto">>;
  workshopId: Id<"workshop">;
  fileId: Id<"file">;
  caption: Generated<string>;
  use: Generated<"evidence" | "report">;
  consentWords: Generated<string>;
  position: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkshopPhoto = Selectable<WorkshopPhotosTable>;

declare module "#core/db.ts" {
  interface Tables {
    workshops: WorkshopsTable;
    workshopPhases: WorkshopPhasesTable;
    workshopTables: WorkshopTablesTable;
    workshopRegistrations: WorkshopRegistrationsTable;
    workshopGuests: WorkshopGuestsTable;
    cardClusters: CardClustersTable;
    cards: CardsTable;
    workshopDots: WorkshopDotsTable;
    workshopCorrections: WorkshopCorrectionsTable;
    workshopSteps: WorkshopStepsTable;
    workshopPhotos: WorkshopPhotosTable;
  }
}
