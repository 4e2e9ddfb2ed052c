import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type pg from "pg";
// Not only for its types: it tells the driver how dates and large numbers are read.
import "#core/db.ts";
import type { Database, Tables } from "#core/db.ts";

/**
 * One connection with one open transaction that a whole test shares. A request's own `begin` and `commit` become
 * savepoints, so everything is undone at the end, whatever the pages did.
 */
export type Line = {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  /** A database whose queries run under these settings: town and moment, as `set_config` reads them. */
  readonly under: (settings: Readonly<Record<string, string>>) => Database;
  /** A database for the roof: its transactions are savepoints. */
  readonly nested: () => Database;
  /** From now on every query runs with the rights of the owner, whom row-level security does not stop. */
  readonly unfence: () => Promise<void>;
};

type Query = { readonly text: string; readonly values?: readonly unknown[] };

type Send = (query: Query) => Promise<pg.QueryResult>;

/** A Kysely over one connection that is never given back: what is sent is decided by `send`. */
const kysely = (send: Send): Database => {
  const connection: DatabaseConnection = {
    executeQuery: async (query: CompiledQuery) => {
      const result = await send({ text: query.sql, values: query.parameters });
      const numAffectedRows = BigInt(result.rowCount ?? 0);
      return { rows: result.rows ?? [], numAffectedRows };
    },
    streamQuery: () => {
      throw new Error("a test reads its rows whole");
    },
  };
  const nothing = async (): Promise<void> => undefined;
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  };
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true, underscoreBetweenUppercaseLetters: true }),
    ],
  });
};

const settle = (settings: Readonly<Record<string, string>>): string =>
  `select ${Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value.replaceAll("'", "''")}', true)`)
    .join(", ")}`;

const asSavepoint = ({ text, values }: Query, name: string): Query => {
  if (text.startsWith("begin read only")) {
    return { text: text.replace("begin read only", `savepoint ${name}; set transaction read only`) };
  }
  if (text.startsWith("begin")) return { text: text.replace(/^begin( read write)?/u, `savepoint ${name}`) };
  if (text === "commit") return { text: `release savepoint ${name}` };
  if (text === "rollback") return { text: `rollback to savepoint ${name}; release savepoint ${name}` };
  return values ? { text, values } : { text };
};

export const openLine = (client: pg.Client): Line => {
  let current = "";
  let fenced = true;
  const send = ({ text, values }: Query): Promise<pg.QueryResult> =>
    values && values.length > 0 ? client.query(text, [...values]) : client.query(text);
  return {
    query: (text, values) => send(values ? { text, values } : { text }),
    under: (settings) => {
      const wanted = settle(settings);
      return kysely(async (query) => {
        if (current !== wanted) {
          current = wanted;
          await send({ text: wanted });
        }
        return send(query);
      });
    },
    nested: () =>
      kysely((query) => {
        current = "";
        const text = fenced ? query.text : query.text.replace("set local role anlaufstelle_app;", "");
        return send(asSavepoint({ ...query, text }, "request"));
      }),
    unfence: async () => {
      fenced = false;
      await client.query("set local role none");
    },
  };
};
