// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type CooperationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"cooperation">>;
  kind: "information" | "coordination" | "project" | "structure";
  topic: string;
  agreement: Generated<string>;
  field: Generated<string>;
  startsOn: string;
  endsOn: string | null;
  endWords: Generated<string>;
  internal: Generated<boolean>;
  state: Generated<"proposed" | "confirmed" | "declined" | "withdrawn">;
  confirmedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  renewsId: Id<"cooperation"> | null;
  proposedById: Id<"organization"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Cooperation = Selectable<CooperationsTable>;

export type CooperationMembersTable = {
  placeId: Generated<Id<"place">>;
  cooperationId: Id<"cooperation">;
  organizationId: Id<"organization">;
  state: Generated<"proposed" | "confirmed" | "declined">;
  words: Generated<string>;
  answeredBy: Id<"person"> | null;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  joinedOn: string | null;
  leftOn: string | null;
};
export type CooperationMember = Selectable<CooperationMembersTable>;

export type CooperationEvidenceTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"cooperationEvidence">>;
  cooperationId: Id<"cooperation">;
  kind: "meeting" | "contract" | "event" | "survey" | "other";
  words: string;
  happenedOn: string;
  url: Generated<string>;
  fileId: Id<"file"> | null;
  public: Generated<boolean>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type CooperationEvidence = Selectable<CooperationEvidenceTable>;

export type NetworkActorsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"networkActor">>;
  organizationId: Id<"organization">;
  part: "core" | "supporting" | "informed";
  political: Generated<boolean>;
  startsOn: string;
  endsOn: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type NetworkActor = Selectable<NetworkActorsTable>;

export type NetworkMeasuresTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"networkMeasure">>;
  measuredOn: string;
  measures: ColumnType<unknown, string, string>;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type NetworkMeasure = Selectable<NetworkMeasuresTable>;

export type NetworkPositionsTable = {
  placeId: Generated<Id<"place">>;
  organizationId: Id<"organization">;
  x: number;
  y: number;
};
export type NetworkPosition = Selectable<NetworkPositionsTable>;

export type WorkingGroupsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workingGroup">>;
  slug: string;
  name: string;
  purpose: Generated<string>;
  cooperationId: Id<"cooperation"> | null;
  contactWords: Generated<string>;
  internal: Generated<boolean>;
  foundedOn: string;
  endedOn: string | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkingGroup = Selectable<WorkingGroupsTable>;

export type WorkingGroupMembersTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workingGroupMember">>;
  groupId: Id<"workingGroup">;
  organizationId: Id<"organization"> | null;
  personId: Id<"person"> | null;
  name: Generated<string>;
  part: Generated<"lead" | "member">;
  startsOn: string;
  endsOn: string | null;
};
export type WorkingGroupMember = Selectable<WorkingGroupMembersTable>;

export type WorkingGroupDatesTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"workingGroupDate">>;
  groupId: Id<"workingGroup">;
  title: string;
  words: Generated<string>;
  whereWords: Generated<string>;
  startsAt: ColumnType<Date, Date, Date>;
  endsAt: ColumnType<Date, Date, Date>;
  open: Generated<boolean>;
  canceled: Generated<boolean>;
  revision: Generated<number>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type WorkingGroupDate = Selectable<WorkingGroupDatesTable>;

export type NetworkDrawingsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"networkDrawing">>;
  ties: number;
  drawing: string;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type NetworkDrawing = Selectable<NetworkDrawingsTable>;

declare module "#core/db.ts" {
  interface Tables {
    cooperations: CooperationsTable;
    cooperationMembers: CooperationMembersTable;
    cooperationEvidence: CooperationEvidenceTable;
    networkActors: NetworkActorsTable;
    networkMeasures: NetworkMeasuresTable;
    networkPositions: NetworkPositionsTable;
    workingGroups: WorkingGroupsTable;
    workingGroupMembers: WorkingGroupMembersTable;
    workingGroupDates: WorkingGroupDatesTable;
    networkDrawings: NetworkDrawingsTable;
  }
}
