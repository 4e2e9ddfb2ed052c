import { expect, test } from "vitest";
import { type Actor, type Role, system, visitor } from "#core/actor.ts";
import type { Id } from "#core/id.ts";
import { mayAccess } from "./grants/policy.ts";
import { may, mayBeReferred, mayBeShownInPublic } from "./policy.ts";

const id = <Kind extends string>(digit: string) => `00000000-0000-7000-8000-00000000000${digit}` as Id<Kind>;
const club = id<"organization">("9");

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
  administrator: person("administrator"),
  editor: person("editor"),
  representative: person("representative", club),
  programme: person("programme"),
};

const self = { id: id<"person">("1"), accountId: null, leftAt: null };
const other = { id: id<"person">("3"), accountId: null, leftAt: null };

/** The names of all actors for whom the answer is yes. */
const who = (ask: (ctx: { actor: Actor }) => boolean): string[] =>
  Object.entries(actors).flatMap(([name, actor]) => (ask({ actor }) ? [name] : []));

test("who may do what about people", () => {
  expect(who((ctx) => may.browse(ctx))).toEqual(["system", "coordinator", "administrator"]);
  expect(who((ctx) => may.keep(ctx))).toEqual(["system", "coordinator"]);
  expect(who((ctx) => may.change(ctx, other))).toEqual(["system", "coordinator"]);
  expect(who((ctx) => may.change(ctx, self))).toEqual([
    "system",
    "nobody",
    "coordinator",
    "administrator",
    "editor",
    "representative",
    "programme",
  ]);
  expect(who((ctx) => may.makeCode(ctx, other))).toEqual(["system", "coordinator"]);
  expect(who((ctx) => may.makeCode(ctx, { accountId: id("7"), leftAt: null }))).toEqual([]);
});

const grantors: readonly (readonly [Role, Id<"organization"> | null, readonly string[]])[] = [
  ["coordinator", null, ["system", "coordinator", "administrator"]],
  ["administrator", null, ["system", "administrator"]],
  ["editor", null, ["system", "coordinator", "administrator"]],
  ["consortium", null, ["system", "coordinator", "administrator"]],
  ["chair", null, ["system", "coordinator", "administrator"]],
  ["juror", null, ["system", "coordinator", "administrator"]],
  ["programme", null, ["system", "programme"]],
  ["representative", club, ["system", "coordinator", "administrator", "representative"]],
  ["representative", id("8"), ["system", "coordinator", "administrator"]],
  ["representative", null, ["system", "coordinator", "administrator"]],
  ["partner", club, ["system", "coordinator", "administrator"]],
];

test.each(grantors)("nobody gives away more than they hold: %s at %s", (role, organizationId, expected) => {
  expect(who((ctx) => mayAccess.grant(ctx, role, organizationId))).toEqual(expected);
});

test("a role is ended by whoever could give it, and by its holder", () => {
  const grant = { role: "editor", organizationId: null } as const;
  expect(who((ctx) => mayAccess.end(ctx, other, grant))).toEqual(["system", "coordinator", "administrator"]);
  expect(who((ctx) => mayAccess.end(ctx, self, grant))).toContain("editor");
});

test("only whoever stands above all of somebody's roles decides about their account, and nobody about their own", () => {
  const admin = [{ role: "administrator", organizationId: null }] as const;
  expect(who((ctx) => mayAccess.manage(ctx, other, []))).toEqual(["system", "coordinator", "administrator"]);
  expect(who((ctx) => mayAccess.manage(ctx, other, admin))).toEqual(["system", "administrator"]);
  expect(who((ctx) => mayAccess.manage(ctx, self, []))).toEqual(["system"]);
});

const minor = {
  ageBand: "under16",
  guardianName: "Eva",
  guardianContact: "0171",
  guardianAgreedAt: new Date(),
  leftAt: null,
} as const;

test.each([
  ["with a guardian's yes", minor, true],
  ["without a guardian", { ...minor, guardianName: null }, "guardianMissing"],
  ["with a guardian nobody can reach", { ...minor, guardianContact: null }, "guardianMissing"],
  ["without the guardian's yes", { ...minor, guardianAgreedAt: null }, "guardianNotAgreed"],
  ["who left", { ...minor, leftAt: new Date() }, "left"],
  ["of 16 without a guardian", { ...minor, ageBand: "16to17" as const, guardianName: null }, true],
  ["of unknown age", { ...minor, ageBand: null, guardianName: null }, true],
])("somebody %s", (_, somebody, expected) => {
  const outcome = mayBeReferred(somebody);
  expect(outcome.ok ? true : outcome.because).toBe(expected);
});

test("nobody under 18 is shown in public", () => {
  const bands = ["under16", "16to17", "adult", null] as const;
  expect(bands.filter((ageBand) => mayBeShownInPublic({ ageBand, leftAt: null }))).toEqual(["adult"]);
});
