import { beforeAll, expect, test } from "vitest";
import { type Break, traceAll } from "#core/traceable.ts";
import { town } from "#test/world.ts";
import { watchBreaks } from "./commands.ts";
import { listBreaks } from "./queries.ts";

let torn: readonly Break[] = [];

beforeAll(() =>
  traceAll([
    {
      kind: "torn",
      noun: () => "Maßnahme",
      name: async () => [],
      find: async () => [],
      broken: async ({ place }) => (place.slug === "musterstadt" ? torn : []),
    },
  ]),
);

const breakAt = (title: string): Break => ({
  id: crypto.randomUUID(),
  title,
  path: "/strategie/massnahmen/1",
  why: "Niemand hat danach gefragt.",
});

test("breaks stand on the worklist as one line, and leave it when the thread is whole", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const open = () =>
      office.db
        .selectFrom("tasks")
        .select(["title", "path"])
        .where("kind", "=", "thread")
        .where("doneAt", "is", null)
        .execute();
    torn = [breakAt("Mitfahrbank"), breakAt("Ferienpass")];
    expect(await watchBreaks(world.as("system"))).toBe(2);
    expect(await watchBreaks(world.as("system"))).toBe(2);
    expect(await open()).toEqual([{ title: "Der rote Faden hat 2 Lücken", path: "/buero/faden/luecken" }]);
    torn = [];
    expect(await watchBreaks(world.as("system"))).toBe(0);
    expect(await open()).toEqual([]);
  }));

test("every break says what it is, where, and why; another town has its own", () =>
  town(async (world) => {
    torn = [breakAt("Mitfahrbank")];
    const [ofKind] = await listBreaks(world.as("coordinator"));
    expect(ofKind).toMatchObject({ kind: "torn", noun: "Maßnahme", breaks: [{ title: "Mitfahrbank" }] });
    expect(await listBreaks(world.as("foreignCoordinator"))).toEqual([]);
  }));
