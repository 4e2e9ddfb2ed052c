// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type ReportsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"report">>;
  slug: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  title: string;
  state: Generated<"draft" | "sealed">;
  content: ColumnType<unknown, string, string>;
  revision: Generated<number>;
  fileId: Id<"file"> | null;
  contentHash: string | null;
  paperFailed: Generated<string>;
  sealedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  sealedBy: Id<"person"> | null;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
  changedAt: ColumnType<Date, Date | undefined, Date>;
};
export type Report = Selectable<ReportsTable>;

declare module "#core/db.ts" {
  interface Tables {
    reports: ReportsTable;
  }
}
