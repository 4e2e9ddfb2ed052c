// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type ConsultationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"consultation">>;
  personId: Id<"person">;
  inquiryId: Id<"inquiry"> | null;
  appointmentId: Id<"appointment"> | null;
  kind: Generated<"initial" | "further">;
  channel: "counter" | "phone" | "video" | "home" | "mail";
  minutes: number | null;
  motives: Generated<string>;
  experience: Generated<string>;
  situation: Generated<string>;
  agreed: Generated<string>;
  heldBy: Id<"person"> | null;
  heldAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Consultation = Selectable<ConsultationsTable>;

export type ShortlistEntriesTable = {
  placeId: Generated<Id<"place">>;
  personId: Id<"person">;
  opportunityId: Id<"opportunity">;
  reason: Generated<string>;
  putBy: Id<"person"> | null;
  putAt: ColumnType<Date, Date | undefined, Date>;
};
export type ShortlistEntry = Selectable<ShortlistEntriesTable>;

export type ReferralsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"referral">>;
  number: number;
  personId: Id<"person">;
  opportunityId: Id<"opportunity">;
  organizationId: Id<"organization">;
  consultationId: Id<"consultation"> | null;
  state: "proposed" | "released" | "sent" | "accepted" | "trial" | "placed" | "ended" | "declined" | "withdrawn";
  stateSince: ColumnType<Date, Date | undefined, Date>;
  words: Generated<string>;
  trialOn: string | null;
  trialUntil: string | null;
  placedOn: string | null;
  remindersSent: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Referral = Selectable<ReferralsTable>;

export type ReferralLinksTable = {
  placeId: Generated<Id<"place">>;
  tokenHash: Buffer;
  referralId: Id<"referral">;
  purpose: "release" | "answer";
  recipient: Generated<string>;
  personId: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
};
export type ReferralLink = Selectable<ReferralLinksTable>;

export type ReferralStatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"referralState">>;
  referralId: Id<"referral">;
  state: string;
  reason: Generated<string>;
  words: Generated<string>;
  channel: Generated<"web" | "mail" | "paper" | "phone" | "counter" | "system">;
  byId: Id<"person"> | null;
  byName: Generated<string>;
  byOrganization: Generated<boolean>;
  at: ColumnType<Date, Date | undefined, Date>;
};
export type ReferralState = Selectable<ReferralStatesTable>;

export type ReleasesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"release">>;
  referralId: Id<"referral">;
  data: string[];
  note: Generated<string>;
  textVersion: string;
  givenHow: "web" | "paper" | "phone" | "counter";
  recordedBy: Id<"person"> | null;
  givenAt: ColumnType<Date, Date | undefined, Date>;
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Release = Selectable<ReleasesTable>;

export type FollowUpsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"followUp">>;
  referralId: Id<"referral">;
  side: "person" | "organization";
  week: number;
  dueOn: string;
  tokenHash: Buffer | null;
  askedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  handedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  answer: "good" | "unsure" | "not_good" | "unreachable" | null;
  words: Generated<string>;
  channel: "web" | "mail" | "paper" | "phone" | "counter" | null;
  answeredBy: Id<"person"> | null;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type FollowUp = Selectable<FollowUpsTable>;

declare module "#core/db.ts" {
  interface Tables {
    consultations: ConsultationsTable;
    shortlistEntries: ShortlistEntriesTable;
    referrals: ReferralsTable;
    referralLinks: ReferralLinksTable;
    referralStates: ReferralStatesTable;
    releases: ReleasesTable;
    followUps: FollowUpsTable;
  }
}
