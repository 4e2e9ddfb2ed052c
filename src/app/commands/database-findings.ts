import type pg from "pg";
import type { Connection } from "#core/db.ts";
import { jobsSchema } from "#core/jobs.ts";
import { pendingMigrations } from "#core/migrate.ts";
import { broken, type Finding, odd, well } from "./finding.ts";

const oldestVersion = 150_000;
const needed = ["pg_trgm", "unaccent", "btree_gist", "citext"];

type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

const version = async (ask: Ask): Promise<Finding> => {
  const [row] = await ask<{ number: number; words: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as words",
  );
  return (row?.number ?? 0) >= oldestVersion
    ? well("PostgreSQL", `version ${row?.words}`)
    : broken("PostgreSQL", `version ${row?.words} is too old`, "Use PostgreSQL 15 or newer.");
};

const durability = async (ask: Ask): Promise<Finding> => {
  const rows = await ask<{ name: string }>(
    "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name",
  );
  const off = rows.map(({ name }) => name).join(", ");
  return off === ""
    ? well("Durability", "what was committed survives a power cut")
    : broken("Durability", `${off} is off: a power cut loses data`, `Set ${off} to on in postgresql.conf.`);
};

const clock = async (ask: Ask): Promise<Finding> => {
  const [row] = await ask<{ now: Date }>("select clock_timestamp() as now");
  const seconds = Math.round(Math.abs((row?.now.getTime() ?? 0) - Date.now()) / 1000);
  return seconds < 5
    ? well("Clocks", "here and in the database agree")
    : odd("Clocks", `here and in the database differ by ${seconds} s`, "Let both machines keep time by NTP.");
};

const extensions = async (ask: Ask): Promise<Finding> => {
  const rows = await ask<{ name: string }>(
    "select extname as name from pg_extension where extname = any ($1)",
    [needed],
  );
  const there = rows.map(({ name }) => name);
  const missing = needed.filter((name) => !there.includes(name)).join(", ");
  return missing === ""
    ? well("Extensions", needed.join(", "))
    : broken(
        "Extensions",
        `${missing} missing`,
        "Install the contrib package of PostgreSQL, then run: anlaufstelle migrate",
      );
};

const role = async (ask: Ask): Promise<Finding> => {
  const [row] = await ask<{ mighty: boolean; usable: boolean; owns: number }>(`
    select rolsuper or rolbypassrls as mighty, pg_has_role(current_user, oid, 'member') as usable,
      (select count(*)::int from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = 'anlaufstelle_app'`);
  const about = "Role";
  if (!row) return broken(about, "anlaufstelle_app does not exist", "Run: anlaufstelle migrate");
  if (!row.usable)
    return broken(
      about,
      "anlaufstelle_app may not be taken on",
      "Run as superuser: grant anlaufstelle_app to the user of DATABASE_URL",
    );
  if (row.mighty)
    return broken(
      about,
      "anlaufstelle_app sees across all towns",
      "Run: alter role anlaufstelle_app nosuperuser nobypassrls",
    );
  if (row.owns > 0)
    return broken(
      about,
      "anlaufstelle_app owns tables, and so sees across all towns",
      "Give them to the user of DATABASE_URL.",
    );
  return well(about, "anlaufstelle_app is fenced");
};

const owner = async (ask: Ask): Promise<Finding> => {
  const rows = await ask<{ name: string }>(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not pg_has_role(current_user, relowner, 'usage') order by relname limit 3`);
  return rows.length === 0
    ? well("Owner", "this user owns the tables")
    : broken(
        "Owner",
        `this user does not own ${rows.map(({ name }) => name).join(", ")} …`,
        "Use the user that made the tables.",
      );
};

const fences = async (ask: Ask): Promise<Finding> => {
  const rows = await ask<{ name: string }>(`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'place_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and exists (
      select from pg_policy p where p.polrelid = c.oid and p.polname = 'stay_in_place'))
    order by c.relname`);
  return rows.length === 0
    ? well("Fences", "every table with a town keeps to its town")
    : broken(
        "Fences",
        `open: ${rows.map(({ name }) => name).join(", ")}`,
        "Somebody changed the tables by hand. For each run: call fence('…')",
      );
};

const tables = async (ask: Ask): Promise<Finding> => {
  const rows = await ask<{ name: string }>(`
    select relname as name from pg_stat_user_tables
    where n_dead_tup > 10000 and n_dead_tup > n_live_tup / 2 order by n_dead_tup desc limit 5`);
  return rows.length === 0
    ? well("Tables", "are kept tidy")
    : odd(
        "Tables",
        `full of dead rows: ${rows.map(({ name }) => name).join(", ")}`,
        "Turn autovacuum on, then run: vacuum analyze",
      );
};

const jobs = async (ask: Ask): Promise<Finding[]> => {
  const about = "Jobs";
  const [schema] = await ask<{ there: boolean }>("select to_regclass($1) is not null as there", [
    `${jobsSchema}.job_common`,
  ]);
  if (!schema?.there)
    return [broken(about, "their tables are missing", "Start the server once, or run: anlaufstelle migrate")];
  const [row] = await ask<{ failed: number; late: number }>(`
    select count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state in ('created', 'retry') and name = 'house' and start_after < now() - interval '15 minutes')::int as late
    from ${jobsSchema}.job_common`);
  const late =
    row && row.late > 0
      ? [
          odd(
            about,
            `${row.late} wait for more than 15 minutes`,
            "Is a worker running? Start one: anlaufstelle worker",
          ),
        ]
      : [];
  const failed =
    row && row.failed > 0
      ? [odd(about, `${row.failed} failed for good in the last week`, "The log says why.")]
      : [];
  return late.length + failed.length > 0 ? [...late, ...failed] : [well(about, "none is late")];
};

/** What the doctor finds in the database, from its version to its waiting jobs. */
export const databaseFindings = async (client: pg.Client, connection: Connection): Promise<Finding[]> => {
  const ask: Ask = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(text, [...values])).rows;
  const ground = [await version(ask), await durability(ask), await clock(ask)];
  const about = "Migrations";
  try {
    const pending = await pendingMigrations(connection);
    if (pending.length > 0) {
      return [...ground, broken(about, `missing: ${pending.join(", ")}`, "Run: anlaufstelle migrate")];
    }
  } catch (error) {
    return [
      ...ground,
      broken(about, error instanceof Error ? error.message : String(error), "See the sentence before."),
    ];
  }
  const upper = [
    await extensions(ask),
    await role(ask),
    await owner(ask),
    await fences(ask),
    await tables(ask),
  ];
  return [...ground, well(about, "all ran"), ...upper, ...(await jobs(ask))];
};
