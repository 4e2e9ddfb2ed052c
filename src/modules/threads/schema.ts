// Made from the migrations by `node bin/tables.mjs`: change those, then run it.
import type { ColumnType, Generated, Selectable } from "kysely";
import type { Id } from "#core/id.ts";

export type ThreadsTable = {
  placeId: Generated<Id<"place">>;
  id: Generated<Id<"thread">>;
  fromKind: string;
  fromId: string;
  toKind: string;
  toId: string;
  words: Generated<string>;
  madeBy: Id<"person"> | null;
  madeAt: ColumnType<Date, Date | undefined, Date>;
};
export type Thread = Selectable<ThreadsTable>;

declare module "#core/db.ts" {
  interface Tables {
    threads: ThreadsTable;
  }
}
