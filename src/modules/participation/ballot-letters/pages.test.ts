import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Outcome } from "#core/outcome.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { formsIn } from "#test/forms.ts";
import { town, type World } from "#test/world.ts";
import { addCards, printLetters } from "./commands.ts";
import { findVoterByCode, standingOf } from "./queries.ts";

let house: Committed;
beforeAll(async () => {
  house = await openCommitted();
});
afterAll(() => house.close());

const hour = 3_600_000;
const ok = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

/** An announced ballot with this many on the roll, all to be written to by letter. */
const announced = async (ctx: Context, count: number) => {
  const { id } = ok(
    await addBallot(ctx, {
      title: "Der Brunnen",
      question: "Soll der Brunnen wieder laufen?",
      words: "",
      rule: { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 },
      secrecy: "secret",
      electorate: "roll",
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: true,
      opensAt: new Date(+ctx.now - hour),
      closesAt: new Date(+ctx.now + 24 * hour),
    }),
  );
  const people = Array.from({ length: count }, (_, index) => ({
    name: `Mensch ${index}`,
    address: `Ring ${index}, 02943 Musterstadt`,
  }));
  ok(await addVoters(ctx, id, people));
  ok(await announceBallot(ctx, id));
  return id;
};

/** The codes on a printed page. */
const codesOn = (html: string): readonly string[] =>
  [...html.matchAll(/<strong>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})<\/strong>/gu)].map(
    ([, code = ""]) => code,
  );

const send = async (world: World, path: string, form: Record<string, string>) => {
  const answer = await world.request("POST", path, { as: "coordinator", form });
  const html = await answer.text();
  return { status: answer.status, html, codes: codesOn(html) };
};

/** The form of the page that is sent to this address, with what stands in it. */
const formTo = async (world: World, page: string, action: string, art?: string) => {
  const html = await (await world.request("GET", page, { as: "coordinator" })).text();
  const form = formsIn(html, page).find(
    (one) => one.action.endsWith(action) && (!art || one.fields.some(({ value }) => value === art)),
  );
  return Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]));
};

test("letters whose form is sent twice are printed once, the second time is refused and ends no code", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const id = await announced(ctx, 502);
    const page = paths.ballotLetters(id);
    const form = await formTo(world, page, "/druck", "briefe");
    expect(form).toMatchObject({ art: "briefe", offen: "502" });
    const first = await send(world, `${page}/druck`, form);
    expect(first.codes).toHaveLength(500);
    const second = await send(world, `${page}/druck`, form);
    expect(second).toMatchObject({ status: 409, codes: [] });
    expect(second.html).toContain("Es wurde nichts gedruckt");
    expect(second.html).toContain("weiter unten bei „Zuletzt gedruckt“");
    expect(await standingOf(ctx, id)).toMatchObject({ letter: { all: 502, open: 2 } });
    expect(await findVoterByCode(ctx, id, first.codes[499] ?? "")).toBeDefined();
    const rest = await send(world, `${page}/druck`, await formTo(world, page, "/druck", "briefe"));
    expect(rest.codes).toHaveLength(2);
    expect((await send(world, `${page}/druck`, { art: "briefe" })).status).toBe(409);
  }));

test("cards whose form is sent twice are printed once", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const id = await announced(ctx, 1);
    ok(await addCards(ctx, id, 3));
    const page = paths.ballotLetters(id);
    const form = await formTo(world, page, "/druck", "karten");
    expect((await send(world, `${page}/druck`, form)).codes).toHaveLength(3);
    expect(await send(world, `${page}/druck`, form)).toMatchObject({ status: 409, codes: [] });
    expect(await standingOf(ctx, id)).toMatchObject({ card: { all: 3, open: 0 }, letter: { open: 1 } });
  }));

test("lost paper is printed once more with new codes, for the same people, and not twice from one form", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const id = await announced(ctx, 2);
    const page = paths.ballotLetters(id);
    expect(await formTo(world, page, "/nachdruck")).toEqual({});
    const lost = await send(world, `${page}/druck`, await formTo(world, page, "/druck", "briefe"));
    ok(await addVoters(ctx, id, [{ name: "Spät Dazu", address: "Ring 99, 02943 Musterstadt" }]));
    const form = await formTo(world, page, "/nachdruck");
    const anew = await send(world, `${page}/nachdruck`, form);
    expect(anew.codes).toHaveLength(2);
    expect(anew.html).not.toContain("Spät Dazu");
    expect(await findVoterByCode(ctx, id, lost.codes[0] ?? "")).toBeUndefined();
    expect(await findVoterByCode(ctx, id, anew.codes[0] ?? "")).toMatchObject({ name: "Mensch 0" });
    expect(await send(world, `${page}/nachdruck`, form)).toMatchObject({ status: 409, codes: [] });
    expect(await findVoterByCode(ctx, id, anew.codes[0] ?? "")).toMatchObject({ name: "Mensch 0" });
    const foreign = await world.request("POST", `${page}/nachdruck`, { as: "volunteer", form });
    expect(foreign.status).toBe(403);
  }));

test("two who print at the same moment get the letters once", async () => {
  const id = await house.at(house.first, (ctx) => announced(ctx, 3));
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => house.at(house.first, (ctx) => printLetters(ctx, id, { how: "letter", open: 3 }))),
  );
  const printed = outcomes.filter((outcome) => outcome.ok);
  expect(printed).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([
    { ok: false, because: "again" },
    { ok: false, because: "again" },
  ]);
  const codes = printed.flatMap((outcome) => (outcome.ok ? outcome.value.letters : []));
  await house.at(house.first, async (ctx) => {
    for (const { code, name } of codes) expect(await findVoterByCode(ctx, id, code)).toMatchObject({ name });
  });
});
