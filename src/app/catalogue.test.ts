import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareJobs } from "#core/jobs-prepare.ts";
import { order } from "#modules/order.ts";
import { type TestDatabase, testDatabase } from "#test/database.ts";
import { inside } from "#test/server.ts";

/** Tables of no town: the towns themselves, and how somebody signs in, in whichever town. */
const townless = [
  "places",
  "schema_migrations",
  "accounts",
  "sessions",
  "passkeys",
  "sign_in_tokens",
  "attempts",
];

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await prepareJobs(database.connection);
});

afterAll(() => database.drop());

const ask = async <Row extends object>(text: string): Promise<Row[]> =>
  inside(database.connection, async (client) => (await client.query<Row>(text)).rows);

const tables = `select c.oid, c.relname::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

const placed = `select t.* from (${tables}) t
  where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'place_id')`;

const names = async (text: string): Promise<string[]> => {
  const rows = await ask<{ name: string }>(`select name from (${text}) x order by name`);
  return rows.map(({ name }) => name);
};

test("every table has a town, but those that stand above the towns", async () => {
  const all = await names(tables);
  expect(all.length, "no tables were read").toBeGreaterThan(20);
  const fenced = await names(placed);
  expect(all.filter((name) => !fenced.includes(name))).toEqual([...townless].sort());
});

test("every table with a town is fenced, for reading and for writing", async () => {
  const open = await names(`select p.name from (${placed}) p join pg_class c on c.oid = p.oid
    where not c.relrowsecurity or not exists (
      select from pg_policy y where y.polrelid = p.oid and y.polname = 'stay_in_place' and y.polcmd = '*' and y.polpermissive
        and pg_get_expr(y.polqual, y.polrelid) like '%place_id = (%current_place()%'
        and pg_get_expr(y.polwithcheck, y.polrelid) like '%place_id = (%current_place()%')`);
  expect(open).toEqual([]);
  // Policies that permit are joined by "or": a second one would open the first.
  const opened = await names(`select p.name from (${placed}) p join pg_policy y on y.polrelid = p.oid
    where y.polname <> 'stay_in_place' and y.polpermissive`);
  expect(opened).toEqual([]);
});

test("nobody can leave out the town: it is filled in and must be there", async () => {
  const loose = await names(`select p.name from (${placed}) p
    join pg_attribute a on a.attrelid = p.oid and a.attname = 'place_id'
    left join pg_attrdef d on d.adrelid = p.oid and d.adnum = a.attnum
    where not a.attnotnull or pg_get_expr(d.adbin, d.adrelid) is distinct from 'current_place()'`);
  expect(loose).toEqual([]);
});

test("every key that is unique is unique within a town", async () => {
  const keys = await names(`select c.relname::text as name from (${placed}) p
    join pg_index i on i.indrelid = p.oid and i.indisunique join pg_class c on c.oid = i.indexrelid
    join pg_attribute a on a.attrelid = p.oid and a.attname = 'place_id'
    where not a.attnum = any (i.indkey::int2[])`);
  expect(keys).toEqual([]);
  const exclusions = await names(`select f.conname::text as name from (${placed}) p
    join pg_constraint f on f.conrelid = p.oid and f.contype = 'x'
    join pg_attribute a on a.attrelid = p.oid and a.attname = 'place_id'
    where not a.attnum = any (f.conkey)`);
  expect(exclusions).toEqual([]);
});

test("no reference leaves its town: it carries the town, but where it names a town or an account", async () => {
  const leaving = await names(`select f.conrelid::regclass || ' -> ' || f.confrelid::regclass as name
    from (${placed}) p join pg_constraint f on f.conrelid = p.oid and f.contype = 'f'
    join pg_attribute a on a.attrelid = p.oid and a.attname = 'place_id'
    where not a.attnum = any (f.conkey)`);
  expect(leaving).toEqual(["people -> accounts"]);
  const crossed = await names(`select f.conrelid::regclass || ' -> ' || f.confrelid::regclass as name
    from (${placed}) p join pg_constraint f on f.conrelid = p.oid and f.contype = 'f' and f.confrelid <> 'places'::regclass
    join pg_attribute a on a.attrelid = p.oid and a.attname = 'place_id' and a.attnum = any (f.conkey)
    where f.confrelid <> 'accounts'::regclass and not exists (
      select from pg_attribute b where b.attrelid = f.confrelid and b.attname = 'place_id'
        and b.attnum = f.confkey[array_position(f.conkey, a.attnum)])`);
  expect(crossed).toEqual([]);
});

test("every reference has an index that begins with it", async () => {
  // The town's own reference is the first column of the primary key.
  const bare = await names(`select f.conrelid::regclass || ' ' || pg_get_constraintdef(f.oid) as name
    from (${tables}) t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
    where not exists (
      select from pg_index i where i.indrelid = f.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey
        and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] <@ f.conkey)`);
  expect(bare).toEqual([]);
});

test("no id needs a central sequence", async () => {
  expect(
    await names(
      "select relname::text as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace",
    ),
  ).toEqual([]);
});

test("the application's role owns nothing, passes no fence, and reaches only what it was given", async () => {
  const role = "(select oid from pg_roles where rolname = 'anlaufstelle_app')";
  const rights =
    await ask(`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles
    where rolname = 'anlaufstelle_app'`);
  expect(rights).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false },
  ]);
  expect(await names(`select relname::text as name from pg_class where relowner = ${role}`)).toEqual([]);
  expect(await names(`select proname::text as name from pg_proc where proowner = ${role}`)).toEqual([]);
  expect(
    await names(`select r.rolname::text as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
    where m.member = ${role}`),
  ).toEqual([]);
  const beyond = await names(`select t.name from (${tables}) t
    where has_table_privilege('anlaufstelle_app', t.oid, 'truncate, trigger, references')`);
  expect(beyond).toEqual([]);
  expect(
    await ask(`select has_table_privilege('anlaufstelle_app', 'events', 'update, delete') as change,
    has_table_privilege('anlaufstelle_app', 'places', 'insert, delete') as "foundTowns",
    has_schema_privilege('anlaufstelle_app', 'public', 'create') as "makeTables"`),
  ).toEqual([{ change: false, foundTowns: false, makeTables: false }]);
});

test("the waiting jobs are fenced as well", async () => {
  expect(
    await ask(`select c.relrowsecurity as fenced, count(y.polname)::int as policies
      from pg_class c left join pg_policy y on y.polrelid = c.oid
      where c.oid = 'jobs.job_common'::regclass group by c.relrowsecurity`),
  ).toEqual([{ fenced: true, policies: 1 }]);
});

test("every table says in a sentence what it is, and which room it belongs to", async () => {
  const rows = await ask<{ name: string; words: string | null }>(
    `select t.name, obj_description(t.oid) as words from (${tables}) t where t.name <> 'schema_migrations'`,
  );
  const rooms = ["core", ...order.filter((name) => !name.includes("/"))];
  const silent = rows.filter(({ words }) => {
    const [, room = "", sentence = ""] = /^([a-z-]+): (.{10,})$/u.exec(words ?? "") ?? [];
    return !rooms.includes(room) || sentence === "";
  });
  expect(silent).toEqual([]);
});
