import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";
import { order } from "#modules/order.ts";

/** Ground first, in all three lists: an import runs from a later name to an earlier one. */
const wings = ["core", "methods", "ui", "modules", "app"];
const rooms = [
  "schema",
  "vocabulary",
  "messages",
  "paths",
  "policy",
  "queries",
  "commands",
  "jobs",
  "views",
  "pages",
  "api",
  "open-data",
  "seed",
  "module",
];
const door = new Set(["schema", "vocabulary", "paths", "policy", "queries", "commands"]);
const domain = new Set([
  "schema",
  "vocabulary",
  "messages",
  "paths",
  "policy",
  "queries",
  "commands",
  "jobs",
]);
const largest = 250;
// Lists of all rooms, one a line: they are read like a table of contents, however long the house is.
const lists = /^(modules\/order|app\/modules)\.ts$|vocabulary\.ts$|schema\.ts$/u;

const storeys: readonly string[] = order;

type Where = { readonly wing: string; readonly module: string; readonly room: string };

const where = (path: string): Where => {
  const [wing = "", ...rest] = path.split("/");
  const room = rest.at(-1)?.replace(/(\.\w+)+$/u, "") ?? "";
  return { wing, module: wing === "modules" ? rest.slice(0, -1).join("/") : "", room };
};

const source = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.tsx?$/u.test(path) && !/\.test\.|^test\//u.test(path),
);

const text = (path: string): string => readFileSync(join("src", path), "utf8");

const importsOf = (path: string): string[] =>
  [...text(path).matchAll(/(?:from|import) "([^"]+)"/gu)].map(([, name = ""]) => {
    if (name.startsWith("#")) return name.slice(1);
    return name.startsWith(".") ? join(dirname(path), name) : `npm:${name}`;
  });

const parentOf = (module: string): string => module.split("/")[0] ?? "";

/** What is wrong with an import between two modules, or inside one. */
const wrongAmongModules = (from: Where, to: Where): string | undefined => {
  if (from.module === to.module) {
    return rooms.indexOf(to.room) >= rooms.indexOf(from.room)
      ? `${from.room} stands below ${to.room}`
      : undefined;
  }
  // A module's module.ts gathers its own nouns: it is where they meet.
  const gathers =
    ["module", "seed", "pages", "jobs"].includes(from.room) && parentOf(from.module) === parentOf(to.module);
  if (gathers && from.module === parentOf(from.module)) return undefined;
  if (storeys.indexOf(to.module) >= storeys.indexOf(from.module)) {
    return `${from.module} stands below ${to.module} in modules/order.ts`;
  }
  const family = parentOf(from.module) === parentOf(to.module);
  // What led to a thing and what came of it is drawn alike on every page that can be traced.
  const drawnAlike = to.module === "threads" && to.room === "views";
  const open = door.has(to.room) || drawnAlike || (family && (to.room === "messages" || to.room === "views"));
  return open ? undefined : `from outside, ${to.module} is only its ${[...door].join(", ")}`;
};

/** What is wrong with an import, in the words of the rule; nothing when it goes down and through a door. */
const wrong = (fromPath: string, toPath: string): string | undefined => {
  const [from, to] = [where(fromPath), where(toPath)];
  const isDomain = from.wing === "modules" && domain.has(from.room);
  if (toPath.startsWith("npm:")) {
    if (isDomain && /^npm:(@?hono|preact)/u.test(toPath)) return "the domain knows no web";
    if (from.wing === "methods" && /^npm:(node:|pg|kysely|@?hono|preact|nodemailer|sharp)/u.test(toPath))
      return "methods are pure";
    return undefined;
  }
  if (to.wing === "test") return "the house does not know its tests";
  if (wings.indexOf(to.wing) > wings.indexOf(from.wing)) return `${from.wing}/ stands below ${to.wing}/`;
  if (from.wing !== "modules") return undefined;
  if (to.wing === "ui" && isDomain) return "the domain knows no screen";
  if (isDomain && toPath === "core/web.ts") return "the domain knows no web";
  if (to.wing !== "modules" || to.module === "" || toPath.endsWith(".json")) return undefined;
  return wrongAmongModules(from, to);
};

test("every file has a room", () => {
  const lost = source.filter((path) => {
    const { wing, module, room } = where(path);
    if (path === "modules/order.ts") return false;
    if (!wings.includes(wing)) return true;
    return wing === "modules" && (!storeys.includes(module) || !rooms.includes(room));
  });
  expect(source.length, "nothing was read").toBeGreaterThan(50);
  expect(lost).toEqual([]);
});

test("every import goes down, and through a door", () => {
  const broken = source.flatMap((from) =>
    importsOf(from).flatMap((to) => {
      const reason = wrong(from, to);
      return reason ? [`${from} -> ${to}: ${reason}`] : [];
    }),
  );
  expect(broken).toEqual([]);
});

test("no two files need each other", () => {
  const onTheWay = new Set<string>();
  const known = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string): void => {
    if (onTheWay.has(path)) circles.push([...onTheWay, path].join(" -> "));
    if (onTheWay.has(path) || known.has(path) || !source.includes(path)) return;
    onTheWay.add(path);
    for (const next of importsOf(path)) walk(next);
    onTheWay.delete(path);
    known.add(path);
  };
  for (const path of source) walk(path);
  expect(circles).toEqual([]);
});

test("no room is too big to see across", () => {
  const big = source
    .map((path) => ({ path, lines: text(path).split("\n").length }))
    .filter(({ path, lines }) => lines > largest && !lists.test(path));
  expect(big).toEqual([]);
});

/** A table belongs to the module that its `schema.ts` names it in; only the same storey or a higher one may use it. */
test("a table is used from its own storey or above", () => {
  const owners = new Map<string, string>();
  for (const path of source.filter((name) => /^modules\/\w+\/schema\.ts$/u.test(name))) {
    const [, merged = ""] = /interface Tables \{([^}]*)\}/u.exec(text(path)) ?? [];
    for (const [, table = ""] of merged.matchAll(/(\w+):/gu)) owners.set(table, where(path).module);
  }
  const uses = /(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*"(\w+)/gu;
  const broken = source
    .filter((path) => path.startsWith("modules/"))
    .flatMap((path) =>
      [...text(path).matchAll(uses)].flatMap(([, table = ""]) => {
        const owner = owners.get(table);
        const here = parentOf(where(path).module);
        return owner && storeys.indexOf(owner) > storeys.indexOf(here)
          ? [`${path} uses ${table} of ${owner}`]
          : [];
      }),
    );
  expect(owners.size, "no tables were read").toBeGreaterThan(5);
  expect(broken).toEqual([]);
});
