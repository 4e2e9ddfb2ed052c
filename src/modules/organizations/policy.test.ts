import { expect, test } from "vitest";
import { type Actor, type Role, system, visitor } from "#core/actor.ts";
import type { Id } from "#core/id.ts";
import { may } from "./policy.ts";

const id = <Kind extends string>(digit: string) => `00000000-0000-7000-8000-00000000000${digit}` as Id<Kind>;
const club = id<"organization">("9");
const merged = { id: club, mergedIntoId: id<"organization">("8") };

const person = (role?: Role, organizationId: Id<"organization"> | null = null): Actor => ({
  kind: "person",
  id: id("1"),
  accountId: id("2"),
  name: "Anna",
  grants: role ? [{ role, organizationId }] : [],
});

const actors: Readonly<Record<string, Actor>> = {
  visitor,
  system,
  nobody: person(),
  coordinator: person("coordinator"),
  editor: person("editor"),
  administrator: person("administrator"),
  representative: person("representative", club),
  other: person("representative", id("7")),
  partner: person("partner", club),
};

/** The names of all actors for whom the answer is yes. */
const who = (ask: (ctx: { actor: Actor }) => boolean): string[] =>
  Object.entries(actors).flatMap(([name, actor]) => (ask({ actor }) ? [name] : []));

test("who may do what with an organization", () => {
  const office = ["system", "coordinator"];
  expect(who((ctx) => may.add(ctx))).toEqual(office);
  expect(who((ctx) => may.change(ctx, { id: club }))).toEqual([...office, "representative", "partner"]);
  expect(who((ctx) => may.verify(ctx, { id: club }))).toEqual(office);
  expect(who((ctx) => may.hide(ctx, { id: club }))).toEqual(office);
  expect(who((ctx) => may.claim(ctx, { id: club }))).toEqual([
    "nobody",
    "coordinator",
    "editor",
    "administrator",
    "other",
  ]);
  expect(who((ctx) => may.decideClaims(ctx))).toEqual(office);
  expect(who((ctx) => may.merge(ctx))).toEqual(office);
  expect(who((ctx) => may.import(ctx))).toEqual(office);
  expect(who((ctx) => may.export(ctx))).toEqual(office);
  expect(who((ctx) => may.drawBorders(ctx))).toEqual([...office, "administrator"]);
});

test("what was merged into another cannot be changed any more", () => {
  for (const ask of [may.change, may.verify, may.hide, may.claim])
    expect(who((ctx) => ask(ctx, merged))).toEqual([]);
});
