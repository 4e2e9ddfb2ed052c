// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, GeneratedAlways, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type OrganizationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"organization">>;
  slug: string;
  name: string;
  sector: "civil" | "public" | "business";
  legalForm: string | null;
  registerNumber: string | null;
  summary: Generated<string>;
  description: Generated<string>;
  website: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  postcode: string | null;
  townName: string | null;
  latitude: number | null;
  longitude: number | null;
  fields: Generated<string[]>;
  targetGroups: Generated<string[]>;
  languages: Generated<string[]>;
  source: string | null;
  externalId: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  verifiedBy: Id<"person"> | null;
  verifiedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  hiddenAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  mergedIntoId: Id<"organization"> | null;
  mergedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  answerSeconds: Generated<number>;
  answers: Generated<number>;
  asked: Generated<number>;
  search: GeneratedAlways<string>;
  changedIn: Generated<string>;
};
export type Organization = Selectable<OrganizationsTable>;

export type ContactPointsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"contactPoint">>;
  organizationId: Id<"organization">;
  name: string;
  task: Generated<string>;
  email: string | null;
  phone: string | null;
  public: Generated<boolean>;
};
export type ContactPoint = Selectable<ContactPointsTable>;

export type SitesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"site">>;
  organizationId: Id<"organization">;
  name: string;
  street: string | null;
  postcode: string | null;
  townName: string | null;
  latitude: number | null;
  longitude: number | null;
  openingHours: Generated<string>;
  accessibility: Generated<string[]>;
};
export type Site = Selectable<SitesTable>;

export type ServicesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"service">>;
  organizationId: Id<"organization">;
  siteId: Id<"site"> | null;
  name: string;
  description: Generated<string>;
  needs: Generated<string[]>;
  targetGroups: Generated<string[]>;
  languages: Generated<string[]>;
  fees: Generated<string>;
  howToCome: Generated<string>;
  source: string | null;
  externalId: string | null;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  search: GeneratedAlways<string>;
};
export type Service = Selectable<ServicesTable>;

export type ClaimsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"claim">>;
  organizationId: Id<"organization">;
  personId: Id<"person">;
  words: string;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  decision: "granted" | "declined" | null;
  reason: string | null;
  decidedBy: Id<"person"> | null;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Claim = Selectable<ClaimsTable>;

export type InvitationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"invitation">>;
  organizationId: Id<"organization">;
  email: string;
  tokenHash: Buffer;
  invitedBy: Id<"person"> | null;
  invitedAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
  acceptedBy: Id<"person"> | null;
  acceptedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Invitation = Selectable<InvitationsTable>;

export type ImportsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"import">>;
  kind: "organizations" | "opportunities" | "hsds";
  source: string;
  fileName: string;
  content: string;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  appliedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  summary: ColumnType<unknown, string | undefined, string>;
};
export type Import = Selectable<ImportsTable>;

export type KeptApartTable = {
  placeId: Generated<Id<"place">>;
  firstId: Id<"organization">;
  secondId: Id<"organization">;
  decidedBy: Id<"person"> | null;
  decidedAt: ColumnType<Date, Date | undefined, Date>;
};
export type KeptApart = Selectable<KeptApartTable>;

export type BordersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"border">>;
  name: string;
  municipalityKey: string | null;
  geometry: ColumnType<unknown, string, string>;
};
export type Border = Selectable<BordersTable>;

declare module "#core/db.ts" {
  interface Tables {
    organizations: OrganizationsTable;
    contactPoints: ContactPointsTable;
    sites: SitesTable;
    services: ServicesTable;
    claims: ClaimsTable;
    invitations: InvitationsTable;
    imports: ImportsTable;
    keptApart: KeptApartTable;
    borders: BordersTable;
  }
}
