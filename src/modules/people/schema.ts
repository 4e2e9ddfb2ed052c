// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type AccountsTable = {
  id: Generated<Id<"account">>;
  email: string;
  passwordHash: string | null;
  totpSecret: string | null;
  totpConfirmedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  totpLastStep: number | null;
  suspendedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  createdAt: ColumnType<Date, Date | undefined, Date>;
};
export type Account = Selectable<AccountsTable>;

export type SessionsTable = {
  tokenHash: Buffer;
  accountId: Id<"account">;
  device: Generated<string>;
  secondFactorAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  startedAt: ColumnType<Date, Date | undefined, Date>;
  seenAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
};
export type Session = Selectable<SessionsTable>;

export type PasskeysTable = {
  credentialId: string;
  accountId: Id<"account">;
  publicKey: Buffer;
  counter: Generated<number>;
  transports: Generated<string[]>;
  name: string;
  addedAt: ColumnType<Date, Date | undefined, Date>;
  usedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Passkey = Selectable<PasskeysTable>;

export type SignInTokensTable = {
  tokenHash: Buffer;
  kind: "link" | "email" | "second_factor" | "passkey";
  email: string | null;
  accountId: Id<"account"> | null;
  challenge: string | null;
  returnTo: Generated<string>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
  usedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type SignInToken = Selectable<SignInTokensTable>;

export type AttemptsTable = {
  bucket: string;
  windowStart: ColumnType<Date, Date, Date>;
  tries: Generated<number>;
};
export type Attempt = Selectable<AttemptsTable>;

export type PeopleTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"person">>;
  accountId: Id<"account"> | null;
  name: string;
  email: string | null;
  phone: string | null;
  street: string | null;
  postcode: string | null;
  townName: string | null;
  ageBand: "under16" | "16to17" | "adult" | null;
  language: Generated<string>;
  contactBy: Generated<"email" | "phone" | "post" | "visit">;
  reachable: string | null;
  guardianName: string | null;
  guardianContact: string | null;
  guardianAgreedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  keptByOffice: Generated<boolean>;
  note: string | null;
  createdBy: Id<"person"> | null;
  createdAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
  leftAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  mergedInto: Id<"person"> | null;
  calendarTokenHash: Buffer | null;
};
export type Person = Selectable<PeopleTable>;

export type GrantsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"grant">>;
  personId: Id<"person">;
  role: "coordinator" | "editor" | "representative" | "partner" | "consortium" | "chair" | "juror" | "programme" | "administrator";
  organizationId: Id<"organization"> | null;
  grantedBy: Id<"person"> | null;
  grantedAt: ColumnType<Date, Date | undefined, Date>;
  endedBy: Id<"person"> | null;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type Grant = Selectable<GrantsTable>;

export type ConsentsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"consent">>;
  personId: Id<"person">;
  purpose: "file" | "newsletter" | "publication" | "suggestions" | "referral";
  textVersion: string;
  givenHow: "web" | "paper" | "phone" | "counter" | "mail";
  recordedBy: Id<"person"> | null;
  givenAt: ColumnType<Date, Date | undefined, Date>;
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  withdrawnBy: Id<"person"> | null;
};
export type Consent = Selectable<ConsentsTable>;

export type AccessLogTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"accessLog">>;
  personId: Id<"person">;
  viewerId: Id<"person"> | null;
  viewerOrganizationId: Id<"organization"> | null;
  purpose: string;
  seenAt: ColumnType<Date, Date | undefined, Date>;
};
export type AccessLog = Selectable<AccessLogTable>;

export type FileCodesTable = {
  placeId: Generated<Id<"place">>;
  codeHash: Buffer;
  personId: Id<"person">;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  expiresAt: ColumnType<Date, Date, Date>;
  usedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type FileCode = Selectable<FileCodesTable>;

export type ContactChoicesTable = {
  placeId: Generated<Id<"place">>;
  personId: Id<"person">;
  invitationsPerMonth: Generated<number>;
  digest: Generated<"daily" | "weekly" | "never">;
  digestHour: Generated<number>;
  reminders: Generated<"day" | "week" | "both" | "never">;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type ContactChoice = Selectable<ContactChoicesTable>;

export type NoticesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"notice">>;
  personId: Id<"person">;
  key: string;
  kind: string;
  title: string;
  text: Generated<string>;
  path: string;
  notBefore: ColumnType<Date, Date | undefined, Date>;
  until: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  toldAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  toldHow: "digest" | "office" | "dropped" | null;
};
export type Notice = Selectable<NoticesTable>;

export type ContactLinksTable = {
  placeId: Generated<Id<"place">>;
  tokenHash: Buffer;
  personId: Id<"person">;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type ContactLink = Selectable<ContactLinksTable>;

declare module "#core/db.ts" {
  interface Tables {
    accounts: AccountsTable;
    sessions: SessionsTable;
    passkeys: PasskeysTable;
    signInTokens: SignInTokensTable;
    attempts: AttemptsTable;
    people: PeopleTable;
    grants: GrantsTable;
    consents: ConsentsTable;
    accessLog: AccessLogTable;
    fileCodes: FileCodesTable;
    contactChoices: ContactChoicesTable;
    notices: NoticesTable;
    contactLinks: ContactLinksTable;
  }
}
