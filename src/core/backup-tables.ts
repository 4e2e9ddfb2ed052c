import type pg from "pg";

/** One table as a backup holds it: its name and the columns that are data and not made by the database. */
export type StoredTable = { readonly name: string; readonly columns: readonly string[] };

type Described = StoredTable & { readonly needs: readonly string[] };

const catalogue = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> f.conrelid) as needs
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;

/** Every table of the house, each after those it refers to, so that they can be filled in this order. */
export const listTables = async (client: pg.Client): Promise<StoredTable[]> => {
  const { rows } = await client.query<Described>(catalogue);
  return inOrder(rows);
};

const inOrder = (tables: readonly Described[]): StoredTable[] => {
  const ready: StoredTable[] = [];
  const placed = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.filter(({ needs }) => needs.every((name) => placed.has(name)));
    if (next.length === 0) {
      throw new Error(
        `These tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(", ")}.`,
      );
    }
    for (const { name, columns } of next) {
      placed.add(name);
      ready.push({ name, columns });
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ready;
};

export type AppliedMigration = { readonly name: string; readonly checksum: string };

/** The migrations that made this database what it is; none where it has no tables yet. */
export const listMigrations = async (client: pg.Client): Promise<AppliedMigration[]> => {
  const known = await client.query("select to_regclass('public.schema_migrations') as found");
  if (known.rows[0]?.found === null) return [];
  const { rows } = await client.query<AppliedMigration>(
    "select name, checksum from schema_migrations order by name",
  );
  return rows;
};

/**
 * The session in which rows leave and come back: text that means the same on every server, no time limit,
 * and an error instead of silence where row-level security would hide rows.
 */
export const plainSession = `
  set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC';
  set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex';
  set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;`;

/** The section of a backup that holds the jobs which still wait; the blank keeps it from being a table's name. */
export const waitingJobs: StoredTable = {
  name: "waiting jobs",
  columns: ["line", "data", "start_after", "singleton_key"],
};
