// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, GeneratedAlways, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type OpportunitiesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"opportunity">>;
  slug: string;
  organizationId: Id<"organization">;
  contactPointId: Id<"contactPoint"> | null;
  siteId: Id<"site"> | null;
  title: string;
  summary: Generated<string>;
  description: Generated<string>;
  fields: Generated<string[]>;
  targetGroups: Generated<string[]>;
  skills: Generated<string[]>;
  rhythm: "once" | "weekly" | "monthly" | "flexible" | "slots";
  times: Generated<number>;
  startsAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  endsAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  durationMinutes: number | null;
  placeKind: Generated<"onsite" | "remote" | "visit">;
  street: string | null;
  postcode: string | null;
  townName: string | null;
  latitude: number | null;
  longitude: number | null;
  requirements: Generated<string>;
  offers: Generated<string[]>;
  accessibility: Generated<string[]>;
  company: Generated<"any" | "alone" | "pair" | "team">;
  minimumAge: number | null;
  needsCheck: Generated<boolean>;
  languages: Generated<string[]>;
  languagesRequired: Generated<string[]>;
  seats: number | null;
  seatsTaken: Generated<number>;
  state: Generated<"draft" | "review" | "published" | "paused" | "ended">;
  stateSince: ColumnType<Date, Date | undefined, Date>;
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  confirmedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  remindersSent: Generated<number>;
  source: string | null;
  externalId: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  search: GeneratedAlways<string>;
  changedIn: Generated<string>;
  number: Generated<number>;
};
export type Opportunity = Selectable<OpportunitiesTable>;

export type OpportunityStatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"opportunityState">>;
  opportunityId: Id<"opportunity">;
  state: "draft" | "review" | "published" | "paused" | "ended";
  reason: Generated<string>;
  byId: Id<"person"> | null;
  at: ColumnType<Date, Date | undefined, Date>;
};
export type OpportunityState = Selectable<OpportunityStatesTable>;

export type ConfirmationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"confirmation">>;
  opportunityId: Id<"opportunity">;
  tokenHash: Buffer;
  askedAt: ColumnType<Date, Date | undefined, Date>;
  answer: "keep" | "edit" | "end" | null;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Confirmation = Selectable<ConfirmationsTable>;

export type WishesTable = {
  placeId: Generated<Id<"place">>;
  personId: Id<"person">;
  fields: Generated<string[]>;
  targetGroups: Generated<string[]>;
  skills: Generated<string[]>;
  rhythms: Generated<string[]>;
  times: Generated<number>;
  minutesPerWeek: number | null;
  postcode: string | null;
  radiusKm: number | null;
  mobility: Generated<string[]>;
  accessibility: Generated<string[]>;
  company: "alone" | "pair" | "team" | null;
  languages: Generated<string[]>;
  notThese: Generated<string[]>;
  words: Generated<string>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Wish = Selectable<WishesTable>;

export type SavedSearchesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"savedSearch">>;
  personId: Id<"person">;
  name: string;
  query: string;
  pace: Generated<"daily" | "weekly">;
  lookedAt: ColumnType<Date, Date | undefined, Date>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type SavedSearch = Selectable<SavedSearchesTable>;

export type DismissalsTable = {
  placeId: Generated<Id<"place">>;
  personId: Id<"person">;
  opportunityId: Id<"opportunity">;
  at: ColumnType<Date, Date | undefined, Date>;
};
export type Dismissal = Selectable<DismissalsTable>;

export type OpportunityInvitationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"opportunityInvitation">>;
  opportunityId: Id<"opportunity">;
  personId: Id<"person">;
  reason: Generated<"fit" | "call">;
  callId: Id<"shiftCall"> | null;
  words: Generated<string>;
  reasons: Generated<string[]>;
  score: Generated<number>;
  tokenHash: Buffer;
  invitedBy: Id<"person"> | null;
  invitedAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
  answer: "yes" | "no" | null;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type OpportunityInvitation = Selectable<OpportunityInvitationsTable>;

declare module "#core/db.ts" {
  interface Tables {
    opportunities: OpportunitiesTable;
    opportunityStates: OpportunityStatesTable;
    confirmations: ConfirmationsTable;
    wishes: WishesTable;
    savedSearches: SavedSearchesTable;
    dismissals: DismissalsTable;
    opportunityInvitations: OpportunityInvitationsTable;
  }
}
