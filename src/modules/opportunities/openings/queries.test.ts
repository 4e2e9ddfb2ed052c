import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context, Place } from "#core/context.ts";
import { during } from "#core/during.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { topMatches } from "#methods/match-score.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { moveOpportunity, publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { emptyProfile } from "#modules/opportunities/wishes/queries.ts";
import { addOrganization } from "#modules/organizations/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { offerOf, openings, weightsOf } from "./queries.ts";

let house: Committed;
beforeAll(async () => {
  house = await openCommitted();
});
afterAll(() => house.close());

const now = new Date("2026-11-24T09:10:00Z");

const look = <T>(place: Place, work: (ctx: Context) => Promise<T>, at = now): Promise<T> =>
  during(house.db, { place, actor: { kind: "visitor" }, now: at, language: "de" }, "read only", work);

const titles = (place: Place, at = now): Promise<string[]> =>
  look(
    place,
    async (ctx) => {
      const { matches } = (await openings(ctx)).top({
        seeker: emptyProfile,
        weights: await weightsOf(ctx),
        k: 100,
        closed: 0,
        now: +ctx.now,
      });
      return matches.map(({ offer }) => offer.row.title).sort();
    },
    at,
  );

const draft = async (ctx: Context, club: Id<"organization">, title: string, fields = {}) => {
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  return (await addOpportunity(ctx, club, input.value)).id;
};

const publish = async (ctx: Context, club: Id<"organization">, title: string, fields = {}) => {
  const id = await draft(ctx, club, title, fields);
  await publishOpportunity(ctx, id);
  return id;
};

const write = <T>(place: Place, work: (ctx: Context) => Promise<T>): Promise<T> =>
  house.at(place, work, { now });

test("what is kept follows every change at once: new, paused, full, hidden, and never of the other town", async () => {
  const { first, second } = house;
  expect(await titles(first)).toEqual([]);
  const one = await write(first, (ctx) => publish(ctx, house.club, "Vorlesen"));
  const two = await write(first, (ctx) => publish(ctx, house.youthCenter, "Kochen"));
  expect(await titles(first)).toEqual(["Kochen", "Vorlesen"]);
  await write(second, async (ctx) => {
    const { id } = await addOrganization(ctx, { name: "Fährverein", sector: "civil" });
    await publish(ctx, id, "Rudern");
  });
  expect(await titles(second)).toEqual(["Rudern"]);
  expect(await titles(first)).toEqual(["Kochen", "Vorlesen"]);
  await write(first, (ctx) => moveOpportunity(ctx, one, "paused", "Pause"));
  expect(await titles(first)).toEqual(["Kochen"]);
  await write(first, (ctx) => publishOpportunity(ctx, one));
  await write(first, (ctx) =>
    ctx.db.updateTable("opportunities").set({ seats: 1, seatsTaken: 1 }).where("id", "=", two).execute(),
  );
  expect(await titles(first)).toEqual(["Vorlesen"]);
  await write(first, (ctx) =>
    ctx.db.updateTable("organizations").set({ hiddenAt: now }).where("id", "=", house.club).execute(),
  );
  expect(await titles(first)).toEqual([]);
  await write(first, (ctx) =>
    ctx.db.updateTable("organizations").set({ hiddenAt: null }).where("id", "=", house.club).execute(),
  );
  expect(await titles(first)).toEqual(["Vorlesen"]);
});

test("a change that is committed late is not lost behind one that was committed before it", async () => {
  const { second: place } = house;
  const drafts = [];
  for (const title of ["Spät", "Früh"]) {
    drafts.push(
      await write(place, async (ctx) => {
        const { id } = await addOrganization(ctx, { name: `${title}verein`, sector: "civil" });
        return draft(ctx, id, title);
      }),
    );
  }
  const [lateOne, earlyOne] = drafts;
  if (!lateOne || !earlyOne) throw new Error("two drafts");
  const before = await titles(place);
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  let begun = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const late = write(place, async (ctx) => {
    await publishOpportunity(ctx, lateOne);
    begun();
    await gate;
  });
  await started;
  await write(place, (ctx) => publishOpportunity(ctx, earlyOne));
  expect(await titles(place)).toEqual([...before, "Früh"].sort());
  go();
  await late;
  expect(await titles(place)).toEqual([...before, "Früh", "Spät"].sort());
});

test("who has written something sees it at once, and nobody else does before it is committed", async () => {
  const { first } = house;
  const before = await titles(first);
  await expect(
    write(first, async (ctx) => {
      await publish(ctx, house.club, "Nur hier");
      const { matches } = (await openings(ctx)).top({
        seeker: emptyProfile,
        weights: await weightsOf(ctx),
        k: 9,
        closed: 0,
        now: +ctx.now,
      });
      expect(matches.map(({ offer }) => offer.row.title)).toContain("Nur hier");
      expect(await titles(first)).toEqual(before);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await titles(first)).toEqual(before);
});

test("a date is gone the minute it is over, and the order is that of every pair scored", async () => {
  const { first } = house;
  await write(first, (ctx) =>
    publish(ctx, house.club, "Heute", {
      rhythm: "once",
      startDay: "2026-11-24",
      startTime: "10:00",
      endDay: "2026-11-24",
      endTime: "10:30",
    }),
  );
  expect(await titles(first)).toContain("Heute");
  expect(await titles(first, new Date("2026-11-24T09:31:00Z"))).not.toContain("Heute");
  await look(first, async (ctx) => {
    const [index, weights] = [await openings(ctx), await weightsOf(ctx)];
    const seeker = { ...emptyProfile, fields: ["social"], rhythms: ["once"] };
    const { matches } = index.top({ seeker, weights, k: 9, closed: 0, now: +ctx.now });
    const rows = matches.map(({ offer }) => offer.row);
    const plain = topMatches(
      seeker,
      rows
        .sort((a, b) => +(a.publishedAt ?? 0) - +(b.publishedAt ?? 0) || (a.id < b.id ? -1 : 1))
        .map((row) => ({ ...offerOf(ctx, row), row })),
      weights,
      9,
    );
    expect(matches.map(({ offer }) => offer.row.id)).toEqual(plain.matches.map(({ offer }) => offer.row.id));
  });
});
