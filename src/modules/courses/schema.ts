// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type QualificationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"qualification">>;
  name: string;
  description: Generated<string>;
  months: number | null;
  retiredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Qualification = Selectable<QualificationsTable>;

export type QualificationIncludesTable = {
  placeId: Generated<Id<"place">>;
  qualificationId: Id<"qualification">;
  includedId: Id<"qualification">;
};
export type QualificationInclude = Selectable<QualificationIncludesTable>;

export type HeldQualificationsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"heldQualification">>;
  personId: Id<"person">;
  qualificationId: Id<"qualification">;
  heldSince: string;
  validUntil: string | null;
  seenBy: Id<"person"> | null;
  seenAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};
export type HeldQualification = Selectable<HeldQualificationsTable>;

declare module "#core/db.ts" {
  interface Tables {
    qualifications: QualificationsTable;
    qualificationIncludes: QualificationIncludesTable;
    heldQualifications: HeldQualificationsTable;
  }
}
