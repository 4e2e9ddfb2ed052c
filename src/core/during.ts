import { sql } from "kysely";
import type { Context, Moment } from "./context.ts";
import type { Database } from "./db.ts";
import { isId } from "./id.ts";

export type AccessMode = "read only" | "read write";

/** All three at once: one round trip, and the role and the fence end with the transaction. */
const opening = (moment: Moment, accessMode: AccessMode): string => {
  if (!isId(moment.place.id)) throw new TypeError(`not a place: ${moment.place.id}`);
  return `begin ${accessMode}; set local role anlaufstelle_app;
    select set_config('app.place', '${moment.place.id}', true),
      set_config('app.now', '${moment.now.toISOString()}', true)`;
};

/**
 * One request is one transaction: it commits when `work` returns and leaves no trace when it throws.
 * A page that only looks runs read-only, so Postgres itself refuses a GET that writes.
 */
export const during = <T>(
  db: Database,
  moment: Moment,
  accessMode: AccessMode,
  work: (ctx: Context) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    await sql.raw(opening(moment, accessMode)).execute(connection);
    try {
      const result = await work({ ...moment, db: connection });
      await sql.raw("commit").execute(connection);
      return result;
    } catch (error) {
      await sql.raw("rollback").execute(connection);
      throw error;
    }
  });
