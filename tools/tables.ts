import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "#core/migrate.ts";
import { startPostgres } from "#core/postgres.ts";

const home = dirname(dirname(fileURLToPath(import.meta.url)));

type Column = {
  table: string;
  room: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  generated: boolean;
  target: string | null;
  choices: string | null;
};

const catalogue = `
  select c.relname as "table", split_part(obj_description(c.oid), ':', 1) as room,
    a.attname as "column", format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, a.atthasdef and a.attgenerated = '' as "hasDefault",
    a.attgenerated <> '' as generated,
    (select f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.conkey[array_upper(f.conkey, 1)] = a.attnum limit 1) as target,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as choices
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and obj_description(c.oid) is not null
  order by c.oid, a.attnum`;

const camel = (name: string): string => name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const irregular: Readonly<Record<string, string>> = {
  people: "person",
  news: "news",
  wishes: "wish",
  dismissals: "dismissal",
  shiftWishes: "shiftWish",
  shiftSeries: "shiftSeries",
  savedSearches: "savedSearch",
  paperBatches: "paperBatch",
  processes: "process",
  conflictsOfInterest: "conflictOfInterest",
  meetingSeries: "meetingSeries",
  meetingMinutes: "meetingMinutes",
  minutesObjections: "minutesObjection",
};

/** "follow_ups" → "followUp": what one row of the table is called. */
const one = (table: string): string => {
  const name = camel(table);
  return irregular[name] ?? name.replace(/ies$/u, "y").replace(/s$/u, "");
};

const plain: Readonly<Record<string, string>> = {
  text: "string",
  citext: "string",
  uuid: "string",
  boolean: "boolean",
  integer: "number",
  smallint: "number",
  bigint: "number",
  "double precision": "number",
  date: "string",
  tsvector: "string",
  bytea: "Buffer",
  "text[]": "string[]",
  tstzrange: "string",
  xid8: "string",
};

const base = (column: Column): string => {
  const choices = [...(column.choices ?? "").matchAll(/'([^']+)'::text/gu)].map(([, value]) => `"${value}"`);
  if (choices.length > 0) return choices.join(" | ");
  if (column.type === "uuid" && column.target) return `Id<"${one(column.target)}">`;
  if (column.type === "uuid" && column.column === "id") return `Id<"${one(column.table)}">`;
  if (column.type === "uuid" && column.column.endsWith("_file_id")) return `Id<"file">`;
  if (column.type === "uuid") return "string";
  const known = plain[column.type];
  if (!known) throw new Error(`no TypeScript type for ${column.type} (${column.table}.${column.column})`);
  return known;
};

const typeOf = (column: Column): string => {
  const nothing = column.nullable ? " | null" : "";
  const whole = (type: string) => (column.hasDefault ? `Generated<${type}>` : type);
  if (column.generated) return `GeneratedAlways<${base(column)}>`;
  if (column.type === "jsonb") {
    const optional = column.hasDefault || column.nullable ? " | undefined" : "";
    return `ColumnType<unknown, string${nothing}${optional}, string${nothing}>`;
  }
  if (column.type === "timestamp with time zone") {
    const optional = column.hasDefault || column.nullable ? " | undefined" : "";
    return `ColumnType<Date${nothing}, Date${nothing}${optional}, Date${nothing}>`;
  }
  return whole(`${base(column)}${nothing}`);
};

const tableType = (name: string, columns: readonly Column[]): string => {
  const fields = columns.map((column) => `  ${camel(column.column)}: ${typeOf(column)};`);
  const type = `${capital(camel(name))}Table`;
  return `export type ${type} = {\n${fields.join("\n")}\n};\nexport type ${capital(one(name))} = Selectable<${type}>;\n`;
};

const roomFile = (room: string): string =>
  room === "core" ? "src/core/tables.ts" : `src/modules/${room}/schema.ts`;

const page = (room: string, columns: readonly Column[]): string => {
  const tables = [...new Set(columns.map((column) => column.table))];
  const types = tables.map((table) =>
    tableType(
      table,
      columns.filter((column) => column.table === table),
    ),
  );
  const body = types.join("\n");
  const used = ["ColumnType", "Generated", "GeneratedAlways", "Selectable"].filter((name) =>
    body.includes(`${name}<`),
  );
  const id = body.includes("Id<")
    ? `import type { Id } from "${room === "core" ? "./id.ts" : "#core/id.ts"}";\n`
    : "";
  const door = room === "core" ? "./db.ts" : "#core/db.ts";
  const merged = tables.map((table) => `    ${camel(table)}: ${capital(camel(table))}Table;`);
  return `// Made from the migrations by \`node bin/tables.mjs\`: change those, then run it.
import type { ${used.join(", ")} } from "kysely";
${id}
${body}
declare module "${door}" {
  interface Tables {
${merged.join("\n")}
  }
}
`;
};

const readCatalogue = async (): Promise<Column[]> => {
  const directory = mkdtempSync(join(tmpdir(), "anlaufstelle-tables-"));
  const server = await startPostgres({ directory, durable: false });
  try {
    await migrate(server.connection);
    const client = new pg.Client(server.connection);
    await client.connect();
    const { rows } = await client.query<Column>(catalogue);
    await client.end();
    return rows;
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};

const current = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

const columns = await readCatalogue();
const check = process.argv.includes("--check");
const stale: string[] = [];
for (const room of new Set(columns.map((column) => column.room))) {
  const file = join(home, roomFile(room));
  const text = page(
    room,
    columns.filter((column) => column.room === room),
  );
  if (current(file) === text) continue;
  stale.push(roomFile(room));
  if (!check) writeFileSync(file, text);
}
if (stale.length === 0) console.log("Row types: all true to the migrations.");
else if (check) {
  console.error(`Row types are stale (run \`node bin/tables.mjs\`): ${stale.join(", ")}`);
  process.exitCode = 1;
} else console.log(`Row types written: ${stale.join(", ")}`);
