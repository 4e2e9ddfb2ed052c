import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { testNow, town, type World } from "#test/world.ts";
import { answerQuestion, askWhetherItHolds } from "./commands.ts";

const put = async (world: World, title: string) => {
  const ctx = world.as("coordinator");
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    townName: "Weißwasser",
  });
  if (!input.ok) throw new Error("no offer");
  const { id } = await addOpportunity(ctx, world.club, input.value);
  await publishOpportunity(ctx, id);
  return id;
};

const after = (days: number) => new Date(+testNow + days * 86_400_000);
const ask = (world: World, days: number) => askWhetherItHolds(world.as("system", { now: after(days) }));
const mails = async (world: World) =>
  (await world.sql("select kind, text_body from mails where kind like 'opportunity.%' order by id")).rows;
const linksIn = (text: unknown) =>
  [...String(text).matchAll(/\/bestaetigen\/([\w-]{43})/gu)].map(([, token]) => token ?? "");

test("through 120 days: one letter for both offers, two reminders, then both rest and the office knows", () =>
  town(async (world) => {
    const [first] = [await put(world, "Vorlesen"), await put(world, "Spazieren gehen")];
    const asked: [number, number][] = [];
    for (let days = 1; days <= 120; days += 1) {
      const n = await ask(world, days);
      if (n > 0) asked.push([days, n]);
      if (n > 0) expect(await ask(world, days)).toBe(0);
    }
    expect(asked).toEqual([
      [90, 2],
      [97, 2],
      [104, 2],
      [111, 2],
    ]);
    const written = await mails(world);
    expect(written.map(({ kind }) => kind)).toEqual([
      "opportunity.ask",
      "opportunity.remind",
      "opportunity.remind",
      "opportunity.paused",
    ]);
    expect(linksIn(written[0]?.["text_body"])).toHaveLength(2);
    expect(await findOpportunity(world.as("coordinator"), first)).toMatchObject({ state: "paused" });
    const { rows } = await world.sql(
      "select count(*)::int as n from tasks where kind = 'stale' and done_at is null",
    );
    expect(rows[0]?.["n"]).toBe(2);
  }));

test("one click keeps it; a look alone changes nothing; the second click is told", () =>
  town(async (world) => {
    const id = await put(world, "Vorlesen");
    await ask(world, 90);
    const [token = ""] = linksIn((await mails(world))[0]?.["text_body"]);
    const address = `/bestaetigen/${token}`;
    expect((await world.request("GET", address, { now: after(91) })).status).toBe(200);
    expect(await findOpportunity(world.as("coordinator"), id)).toMatchObject({ remindersSent: 1 });
    const answer = await world.request("POST", address, { form: { answer: "keep" }, now: after(91) });
    expect(answer.status).toBe(303);
    const offer = await findOpportunity(world.as("coordinator"), id);
    expect(offer).toMatchObject({ remindersSent: 0, confirmedAt: after(91) });
    const late = world.as("visitor", { now: after(92) });
    expect(await answerQuestion(late, token, "end")).toEqual({ ok: false, because: "answered" });
    expect(await ask(world, 104)).toBe(0);
    expect(await ask(world, 181)).toBe(1);
  }));

test("the link ends an offer, or brings back one that rests", () =>
  town(async (world) => {
    const [kept, ended] = [await put(world, "Bleibt"), await put(world, "Endet")];
    for (const days of [90, 97, 104, 111]) await ask(world, days);
    const [first = "", second = ""] = linksIn((await mails(world)).at(-1)?.["text_body"]);
    const visitor = world.as("visitor", { now: after(112) });
    expect(await answerQuestion(visitor, first, "keep")).toMatchObject({ ok: true });
    expect(await answerQuestion(visitor, second, "end")).toMatchObject({ ok: true });
    const office = world.as("coordinator");
    expect(await findOpportunity(office, kept)).toMatchObject({ state: "published" });
    expect(await findOpportunity(office, ended)).toMatchObject({ state: "ended" });
    const { rows } = await world.sql(
      "select count(*)::int as n from tasks where kind = 'stale' and done_at is null",
    );
    expect(rows[0]?.["n"]).toBe(0);
  }));

test("a wrong or an old link, and one of another town, open nothing", () =>
  town(async (world) => {
    await put(world, "Vorlesen");
    await ask(world, 90);
    const [token = ""] = linksIn((await mails(world))[0]?.["text_body"]);
    expect((await world.request("GET", `/bestaetigen/${"x".repeat(43)}`)).status).toBe(404);
    expect((await world.request("GET", "/bestaetigen/kurz")).status).toBe(404);
    expect((await world.request("GET", `/bestaetigen/${token}`, { town: "second" })).status).toBe(404);
    expect(await answerQuestion(world.as("visitor", { now: after(200) }), token, "keep")).toEqual({
      ok: false,
      because: "expired",
    });
  }));
