import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { letIn } from "#modules/workshops/guests/commands.ts";
import { findGuest } from "#modules/workshops/guests/queries.ts";
import { addTable, letPhase, useTemplate } from "#modules/workshops/planning/commands.ts";
import { findWorkshop, listPhases } from "#modules/workshops/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { addCard, addPaperCards, withdrawCard } from "./commands.ts";
import { listCards, listTableCards } from "./queries.ts";

const hour = 3_600_000;

const openHall = async (office: Context) => {
  const times = { startsAt: new Date(+office.now - hour), endsAt: new Date(+office.now + 3 * hour) };
  const { id } = made(await addWorkshop(office, { title: "Werkstatt", question: "Was fehlt?", ...times }));
  made(await useTemplate(office, id));
  const table = made(await addTable(office, id, { title: "Räume", question: "", hostName: "" }));
  made(await moveWorkshop(office, id, "announced"));
  made(await moveWorkshop(office, id, "running"));
  const [phase] = await listPhases(office, id);
  const workshop = await findWorkshop(office, id);
  if (!phase || !workshop) throw new Error("the day has no parts");
  made(await letPhase(office, id, phase.id, "cards"));
  return { id, table, phase: phase.id, code: workshop.hallCode };
};

const phoneIn = async (world: World, code: string) => {
  const visitor = world.as("visitor");
  const { workshop, token } = made(await letIn(visitor, code));
  const guest = await findGuest(visitor, workshop, token);
  if (!guest) throw new Error("the phone is not in the hall");
  return guest.id;
};

test("a card sent again is the same card, and stays so after its part has closed", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const hall = await openHall(office);
    const guest = await phoneIn(world, hall.code);
    const visitor = world.as("visitor");
    const card = { workshop: hall.id, phase: hall.phase, guest, how: "phone" } as const;
    const first = made(await addCard(visitor, { ...card, text: "Eins", clientKey: "schluessel-1" }));
    expect(first).toMatchObject({ number: 1, again: false });
    made(await addCard(visitor, { ...card, text: "Zwei", clientKey: "schluessel-2" }));
    made(await letPhase(office, hall.id, hall.phase, "nothing"));
    expect(await addCard(visitor, { ...card, text: "Eins", clientKey: "schluessel-1" })).toEqual({
      ok: true,
      value: { ...first, again: true },
    });
    expect(await addCard(visitor, { ...card, text: "Drei", clientKey: "schluessel-3" })).toEqual({
      ok: false,
      because: "notOpen",
    });
    expect((await listCards(office, hall.phase)).map(({ text, number }) => [number, text])).toEqual([
      [1, "Eins"],
      [2, "Zwei"],
    ]);
  }));

test("a phone takes back its own card only, and not one that is sorted", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const hall = await openHall(office);
    const [one, other] = [await phoneIn(world, hall.code), await phoneIn(world, hall.code)];
    const visitor = world.as("visitor");
    const card = { workshop: hall.id, phase: hall.phase, table: hall.table, how: "phone" } as const;
    const mine = made(
      await addCard(visitor, { ...card, guest: one, text: "Meine", clientKey: "meine-karte" }),
    );
    const sorted = made(
      await addCard(visitor, { ...card, guest: one, text: "Fest", clientKey: "feste-karte" }),
    );
    await expect(withdrawCard(visitor, other, mine.id)).rejects.toThrow("");
    const seat = { phase: hall.phase, guest: other, table: hall.table };
    expect((await listTableCards(visitor, seat)).map(({ own, clientKey }) => [own, clientKey])).toEqual([
      [false, ""],
      [false, ""],
    ]);
    made(await withdrawCard(visitor, one, mine.id));
    const { rows } = await world.sql(
      `insert into card_clusters (workshop_id, phase_id, title) values ('${hall.id}', '${hall.phase}', 'Thema') returning id`,
    );
    await world.sql(`update cards set cluster_id = '${rows[0]?.["id"]}' where id = '${sorted.id}'`);
    expect(await withdrawCard(visitor, one, sorted.id)).toEqual({ ok: false, because: "sorted" });
    expect((await listCards(office, hall.phase)).map(({ text }) => text)).toEqual(["Fest"]);
  }));

test("sixty cards in a quarter of an hour are enough for one phone; a while later it writes on", () =>
  town(async (world) => {
    const hall = await openHall(world.as("coordinator"));
    const guest = await phoneIn(world, hall.code);
    const card = { workshop: hall.id, phase: hall.phase, guest, text: "x", how: "phone" } as const;
    const at = (minutes: number) => world.as("visitor", { now: new Date(+world.now + minutes * 60_000) });
    for (let n = 0; n < 60; n += 1) made(await addCard(at(0), { ...card, clientKey: `viele-karten-${n}` }));
    const next = { ...card, clientKey: "eine-zu-viel" };
    expect(await addCard(at(1), next)).toEqual({ ok: false, because: "tooMany" });
    expect((await addCard(at(16), next)).ok).toBe(true);
  }));

test("paper is taken line by line in its order, typed again it is the same, and a closed part takes it as well", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const hall = await openHall(office);
    made(await letPhase(office, hall.id, hall.phase, "nothing"));
    const lines = ["Eins", "Zwei", "Drei"].map((text, index) => ({
      text,
      clientKey: `papier-zeile-${index}`,
    }));
    const paper = { workshop: hall.id, phase: hall.phase, table: hall.table };
    expect(made(await addPaperCards(office, { ...paper, lines: lines.slice(0, 2) }))).toEqual({
      taken: 2,
      again: 0,
    });
    expect(made(await addPaperCards(office, { ...paper, lines }))).toEqual({ taken: 1, again: 2 });
    expect((await listCards(office, hall.phase)).map(({ number, text, how }) => [number, text, how])).toEqual(
      [
        [1, "Eins", "paper"],
        [2, "Zwei", "paper"],
        [3, "Drei", "paper"],
      ],
    );
  }));

test("the hall of one town takes nothing from the other", () =>
  town(async (world) => {
    const hall = await openHall(world.as("coordinator"));
    const there = world.as("visitor", { place: world.second });
    expect(await letIn(there, hall.code)).toEqual({ ok: false, because: "unknown" });
    const card = { workshop: hall.id, phase: hall.phase, text: "Fremd", clientKey: "fremde-karte" };
    expect(await addCard(there, { ...card, how: "phone" })).toEqual({ ok: false, because: "notOpen" });
  }));

let committed: Committed;
beforeAll(async () => {
  committed = await openCommitted();
});
afterAll(() => committed.close());

test("forty cards at the same moment, each sent twice, are forty cards with numbers of their own", async () => {
  const office = committed.cast.coordinator;
  const hall = await committed.at(committed.first, openHall, { actor: office });
  const send = (n: number) =>
    committed.at(committed.first, (ctx) =>
      addCard(ctx, {
        workshop: hall.id,
        phase: hall.phase,
        text: `Karte ${n}`,
        clientKey: `gleichzeitig-${n}`,
        how: "phone",
      }),
    );
  const all = Array.from({ length: 40 }, (_, n) => n);
  const answers = await Promise.all([...all, ...all].map(send));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(answers.filter((one) => one.ok && one.value.again)).toHaveLength(40);
  const cards = await committed.at(committed.first, (ctx) => listCards(ctx, hall.phase));
  expect(new Set(cards.map(({ text }) => text)).size).toBe(40);
  expect(new Set(cards.map(({ number }) => number)).size).toBe(40);
  expect(cards).toHaveLength(40);
}, 60_000);
