import { CamelCasePlugin, Kysely, type KyselyPlugin, PostgresDialect, type UnknownRow } from "kysely";
import pg from "pg";

/**
 * Every table by name. Each module's `schema.ts` adds its own rows, so the type grows with the house
 * while this file stays on the ground.
 */
export interface Tables {
  schemaMigrations: { name: string; checksum: string; appliedAt: Date };
}

export type Database = Kysely<Tables>;
/** What domain code sees: queries inside the request's one transaction. */
export type Transaction = Kysely<Tables>;

export type Connection = {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly connectionString?: string;
};

/** A date without time stays the text it is ("2026-11-22"); a Date would move it across zones. */
const plainDate = 1082;
const bigInteger = 20;
pg.types.setTypeParser(plainDate, (text) => text);
pg.types.setTypeParser(bigInteger, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond safe integers: ${text}`);
  return value;
});

const camelCase = new CamelCasePlugin({
  maintainNestedObjectKeys: true,
  // "mostMinutesADay" is most_minutes_a_day, and back.
  underscoreBetweenUppercaseLetters: true,
});

// All rows of an answer have the same columns: their names are translated once, not in every row.
const namedOnce: KyselyPlugin = {
  transformQuery: (args) => camelCase.transformQuery(args),
  transformResult: async ({ queryId, result }) => {
    const [first] = result.rows;
    if (!first) return result;
    const { rows } = await camelCase.transformResult({ queryId, result: { rows: [first] } });
    const columns = Object.keys(first);
    const empty: UnknownRow = { ...rows[0] };
    const names = Object.keys(empty);
    for (const name of names) empty[name] = null;
    const named = (row: UnknownRow): UnknownRow => {
      // A copy has all its columns from the start; growing one by one costs several times as much.
      const own = { ...empty };
      for (let at = 0; at < columns.length; at += 1) own[names[at] ?? ""] = row[columns[at] ?? ""];
      return own;
    };
    return { ...result, rows: result.rows.map(named) };
  },
};

/** The pool of one process. `size` connections at most; a query that takes longer than 30 s is ended. */
export const openDatabase = (connection: Connection, size = 10): { db: Database; pool: pg.Pool } => {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "anlaufstelle",
  });
  // An idle connection that the server closes is replaced by the pool; it must not end the process.
  pool.on("error", () => undefined);
  // One in use, between two queries, tells only its own listeners; its next query fails, and that is handled.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [namedOnce],
  });
  return { db, pool };
};
