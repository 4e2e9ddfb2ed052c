import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "#core/db.ts";
import { emptyDatabase, type TestDatabase } from "#test/database.ts";
import { inside } from "#test/server.ts";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
const opened: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-commands-"));
});

afterAll(async () => {
  for (const database of opened) await database.drop();
  await rm(folder, { recursive: true });
});

const urlOf = ({ connectionString, host, port, user, database }: Connection): string =>
  connectionString ??
  `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? "")}`;

type Typed = { readonly code: number; readonly out: string; readonly error: string };

const type = async (line: string, environment: Readonly<Record<string, string>> = {}): Promise<Typed> => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, line.split(" ").filter(Boolean), {
    environment,
    folder,
    out: (text) => out.push(text),
    complain: (text) => error.push(text),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
};

/** A new database, and the command line in front of it. */
const openDatabase = async () => {
  const database = await emptyDatabase();
  opened.push(database);
  const environment = { DATABASE_URL: urlOf(database.connection) };
  return { connection: database.connection, type: (line: string) => type(line, environment) };
};

const musterstadt =
  "town add --slug musterstadt --host hilfe.musterstadt.example --name Musterstadt --postcode 02943 --administrator Amt@Musterstadt.example";

test.each([
  ["", "A command is missing. See: anlaufstelle --help"],
  ["sing", "There is no command “sing”. See: anlaufstelle --help"],
  ["town", "After “town” comes add or list. See: anlaufstelle --help"],
  ["backup", "FILE is missing. See: anlaufstelle backup --help"],
  ["backup a b", "“b” is too much. See: anlaufstelle backup --help"],
  ["migrate --loudly", "Unknown option '--loudly'. See: anlaufstelle migrate --help"],
  ["town add --slug x", "--host is missing. See: anlaufstelle town add --help"],
  [`${musterstadt} --slug other`, "--slug may stand only once. See: anlaufstelle town add --help"],
  [
    musterstadt.replace("02943", "00000"),
    "--postcode 00000 is no German postcode that we know. See: anlaufstelle town add --help",
  ],
  [
    musterstadt.replace("hilfe.", "hilfe_"),
    "--host is not usable. Example: --host engagement.musterstadt.de. See: anlaufstelle town add --help",
  ],
])("“%s” is not understood: 2, one line that helps, and nothing on the way out", async (line, error) => {
  expect(await type(line)).toEqual({ code: 2, out: "", error });
});

test("every command explains itself, alone and in the list", async () => {
  const { code, out } = await type("--help");
  expect(code).toBe(0);
  for (const { name, options = {} } of commands) {
    expect(out).toContain(`  ${name} `);
    const help = await type(`${name} --help`);
    expect(help.code).toBe(0);
    for (const option of [...Object.keys(options), "json", "help"]) expect(help.out).toContain(`--${option}`);
  }
  expect((await type("town --help")).out).not.toContain("backup");
});

test("a database that does not answer, and a wrong setting, are told in one line", async () => {
  const nowhere = await type("town list", { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
  expect(nowhere).toMatchObject({ code: 1, out: "" });
  expect(nowhere.error).toMatch(/^The database does not answer \(ECONNREFUSED\)\. [^\n]+$/u);
  const wrong = await type("town list", { PORT: "many" });
  expect(wrong).toEqual({ code: 1, out: "", error: "PORT is not usable. Example: PORT=3000" });
});

test("from an empty database to an administrator's first sign-in, and no town twice", async () => {
  const { connection, type } = await openDatabase();
  expect((await type("town list")).error).toContain("anlaufstelle migrate");
  expect((await type("migrate")).code).toBe(0);
  expect(await type("migrate --json")).toEqual({ code: 0, out: '{\n  "ran": []\n}', error: "" });
  expect((await type("town list")).out).toBe("There is no town yet.");

  const { code, out } = await type(`${musterstadt} --json`);
  expect(code).toBe(0);
  const { link, administrator } = JSON.parse(out);
  expect(administrator).toBe("amt@musterstadt.example");
  expect(link).toMatch(/^http:\/\/hilfe\.musterstadt\.example:3000\/anmelden\/link\/[\w-]{43}$/u);
  const held = `select places.name, latitude > 51 and latitude < 52 as near, grants.role from places
    join people on people.place_id = places.id join accounts on accounts.id = people.account_id
    join grants on grants.person_id = people.id where accounts.email = 'amt@musterstadt.example'`;
  const { rows } = await inside(connection, (client) => client.query(held));
  expect(rows).toEqual([{ name: "Musterstadt", near: true, role: "administrator" }]);

  expect((await type(musterstadt)).error).toBe(
    "There is already a town musterstadt, and it has an administrator.",
  );
  const host = await type(musterstadt.replace("--slug musterstadt", "--slug other"));
  expect(host).toMatchObject({
    code: 1,
    error: "hilfe.musterstadt.example already leads to the town musterstadt.",
  });
  expect((await type("town list")).out).toContain("musterstadt  Musterstadt  hilfe.musterstadt.example");
  expect((await type("seed")).error).toContain("already holds the town musterstadt");
}, 60_000);

test("a backup moves to another database by two commands", async () => {
  const here = await openDatabase();
  await here.type("migrate");
  await here.type(musterstadt);
  expect((await here.type("backup all.backup")).out).toContain("rows of");
  expect(await here.type("backup all.backup")).toMatchObject({ code: 1, out: "" });
  const there = await openDatabase();
  const restored = await there.type("restore all.backup --into-empty --json");
  expect(restored.code).toBe(0);
  expect(JSON.parse(restored.out)).toMatchObject({ file: join(folder, "all.backup"), jobs: 0 });
  expect((await there.type("town list --json")).out).toBe((await here.type("town list --json")).out);
  expect((await there.type("restore all.backup")).error).toContain("already holds the town musterstadt");
  expect((await there.type("restore all.backup --into-empty")).error).toContain("has tables already");
  expect((await there.type("restore nothing.backup")).error).toContain("There is no file");
}, 60_000);

test("a table is tried row by row, taken over once, and comes out as it went in", async () => {
  const { type } = await openDatabase();
  await type("migrate");
  await type(musterstadt);
  const table =
    "Name;Ort;PLZ\nTeichfreunde Musterstadt e.V.;Musterstadt;02943\nAnglerverein Musterstadt;Musterstadt;02943\n";
  await writeFile(join(folder, "clubs.csv"), table);
  const tried = await type("import organizations clubs.csv --dry-run");
  expect(tried.out).toMatch(/ 2 {2}new {6}Teichfreunde[^\n]*\n *3 {2}new {6}Anglerverein/u);
  expect(tried.out).toContain("nothing was changed");
  expect((await type("import organizations clubs.csv")).out).toContain("2 new, 0 changed, 0 as before");
  expect((await type("import organizations clubs.csv")).out).toContain("0 new, 0 changed, 2 as before");
  expect((await type("import organizations clubs.csv --source elsewhere")).out).toContain("--add");
  expect((await type("import organizations clubs.csv --add x")).code).toBe(2);
  await writeFile(join(folder, "wrong.csv"), `${table}Kaputt;;abc\n`);
  expect((await type("import organizations wrong.csv")).error).toMatch(
    /^Nothing was taken over\. Wrong rows: 1, the first in line 4, Kaputt: /u,
  );
  expect((await type("export organizations out.csv")).code).toBe(0);
  expect(await readFile(join(folder, "out.csv"), "utf8")).toContain("Anglerverein Musterstadt");
  expect((await type("export hsds out.json")).code).toBe(0);
  expect(JSON.parse(await readFile(join(folder, "out.json"), "utf8")).contents).toHaveLength(2);
  expect((await type("import organizations nowhere.csv")).error).toContain("cannot be read");
}, 60_000);

test("people come from a table once: who is known by e-mail is found again, a likely double waits for its line", async () => {
  const { type } = await openDatabase();
  await type("migrate");
  await type(musterstadt);
  const table = "Name;E-Mail;Alter\nErika Beispiel;erika@post.example;18\nJörg Beispiel;;17\n";
  await writeFile(join(folder, "people.csv"), table);
  expect((await type("import people people.csv --dry-run")).out).toMatch(/ 2 {2}new {5}Erika Beispiel\n/u);
  expect((await type("import people people.csv")).out).toContain("2 new, 0 known before");
  const again = await type("import people people.csv");
  expect(again.out).toContain("0 new, 1 known before");
  expect(again.out).toContain("--add");
  expect((await type("import people people.csv --add 3")).out).toContain("1 new, 1 known before");
  await writeFile(join(folder, "wrong-people.csv"), `${table}Kind Beispiel;;9\n`);
  expect((await type("import people wrong-people.csv")).error).toMatch(
    /^Nothing was taken over\. Wrong rows: 1, the first in line 4: under 16/u,
  );
}, 60_000);

test("offers come with their organizations, once, and as drafts unless they shall be published", async () => {
  const { connection, type } = await openDatabase();
  await type("migrate");
  await type(musterstadt);
  const rows =
    "Titel;Organisation;PLZ\nLesen mit Kindern;Teichfreunde e.V.;02943\nGarten gießen;Gartenverein;02943\n";
  await writeFile(join(folder, "offers.csv"), rows);
  expect((await type("import opportunities offers.csv --dry-run")).out).toMatch(
    / 2 {2}new {6}Lesen mit Kindern: Teichfreunde e\.V\./u,
  );
  expect((await type("import opportunities offers.csv")).out).toContain("2 new, 0 changed, 0 as before");
  expect((await type("import opportunities offers.csv")).out).toContain("0 new, 0 changed, 2 as before");
  const { rows: kept } = await inside(connection, (client) =>
    client.query("select state from opportunities"),
  );
  expect(kept).toEqual([{ state: "draft" }, { state: "draft" }]);
  await writeFile(join(folder, "offers.csv"), "Titel;PLZ\nLesen;02943\n");
  expect((await type("import opportunities offers.csv")).error).toBe(
    "The file needs a column for the title and one for the organization.",
  );
}, 60_000);

test("borders come from GeoJSON, and a dry run leaves the map as it was", async () => {
  const { connection, type } = await openDatabase();
  await type("migrate");
  await type(musterstadt);
  const ring = [
    [14.5, 51.4],
    [14.7, 51.4],
    [14.7, 51.6],
    [14.5, 51.4],
  ];
  const feature = {
    type: "Feature",
    properties: { name: "Musterstadt" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  await writeFile(
    join(folder, "map.json"),
    JSON.stringify({ type: "FeatureCollection", features: [feature] }),
  );
  const count = async () =>
    (await inside(connection, (client) => client.query("select from borders"))).rowCount;
  expect((await type("import borders map.json --dry-run")).out).toContain("Areas: 1; they could be drawn");
  expect(await count()).toBe(0);
  expect((await type("import borders map.json")).code).toBe(0);
  expect(await count()).toBe(1);
  await writeFile(join(folder, "no-map.json"), "{");
  expect((await type("import borders no-map.json")).error).toBe("no-map.json is no JSON.");
}, 60_000);

test("a person gets everything, is asked for twice before being erased, and leaves no name behind", async () => {
  const { connection, type } = await openDatabase();
  await type("migrate");
  await type(musterstadt);
  const shown = await type("person export amt@musterstadt.example");
  expect(JSON.parse(shown.out).people.account.email).toBe("amt@musterstadt.example");
  const refused = await type("person erase amt@musterstadt.example");
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.error).toContain("--yes");
  expect((await type("person erase amt@musterstadt.example --yes --town musterstadt")).code).toBe(0);
  expect((await type("person export amt@musterstadt.example")).error).toBe(
    "Musterstadt knows nobody as amt@musterstadt.example.",
  );
  const { rowCount } = await inside(connection, (client) =>
    client.query("select from people where email is not null"),
  );
  expect(rowCount).toBe(0);
  expect((await type("person export x@y.example --town elsewhere")).error).toBe(
    "There is no town “elsewhere”; there are musterstadt.",
  );
}, 60_000);

test("the doctor says what is wrong and what to do, and fails only for what does not work", async () => {
  const { connection, type } = await openDatabase();
  const empty = await type("doctor");
  expect(empty.code).toBe(1);
  expect(empty.out).toMatch(/^fail {2}Migrations: missing: 0001_floor.*Run: anlaufstelle migrate$/mu);
  expect(empty.error).toMatch(/^\d+ of \d+ checks failed\.$/u);
  await type("migrate");
  await type(musterstadt);
  // The servers of tests are throw-away ones and do not survive a power cut.
  const sound = await type("doctor");
  expect(sound.out.match(/^fail {2}(?!Durability).*$/mu)).toBeNull();
  expect(sound.out).toMatch(/^warn {2}Town musterstadt: cannot publish; its legal notice lacks/mu);
  expect(sound.out).toMatch(/^warn {2}Mail: no mail leaves the house/mu);
  await inside(connection, (client) => client.query("alter table people disable row level security"));
  expect((await type("doctor")).out).toMatch(/^fail {2}Fences: open: people\./mu);
  const findings = JSON.parse((await type("doctor --json")).out);
  expect(findings).toContainEqual(expect.objectContaining({ about: "Fences", level: "fail" }));
}, 60_000);

test("the doctor speaks where nothing else would start", async () => {
  const wrong = await type("doctor", {
    PORT: "many",
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing",
  });
  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/^fail {2}Settings: PORT is not usable/mu);
  expect(wrong.out).toMatch(/^fail {2}Database: .*ECONNREFUSED/mu);
  const deaf = await type("doctor", {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing",
    SMTP_URL: "smtp://127.0.0.1:1",
  });
  expect(deaf.out).toMatch(/^fail {2}Mail: 127\.0\.0\.1:1: .*ECONNREFUSED/mu);
});
