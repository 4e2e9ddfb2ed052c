import { expect, test } from "vitest";
import { addPaperCards } from "#modules/workshops/cards/commands.ts";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { giveDots } from "#modules/workshops/dots/commands.ts";
import { letIn } from "#modules/workshops/guests/commands.ts";
import { findGuest } from "#modules/workshops/guests/queries.ts";
import { letPhase, useTemplate } from "#modules/workshops/planning/commands.ts";
import { findWorkshop, listPhases } from "#modules/workshops/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

const hour = 3_600_000;

const openHall = async (world: World) => {
  const office = world.as("coordinator");
  const times = { startsAt: new Date(+office.now - hour), endsAt: new Date(+office.now + 3 * hour) };
  const { id, slug } = made(
    await addWorkshop(office, { title: "Werkstatt", question: "Was fehlt?", ...times }),
  );
  made(await useTemplate(office, id));
  made(await moveWorkshop(office, id, "announced"));
  made(await moveWorkshop(office, id, "running"));
  const [phase] = await listPhases(office, id);
  const workshop = await findWorkshop(office, id);
  if (!phase || !workshop) throw new Error("the day has no parts");
  const state = `/werkstaetten/${slug}/leinwand/stand?wort=${workshop.hallCode}`;
  return { office, id, slug, phase: phase.id, code: workshop.hallCode, state };
};

test("the board opens for whoever knows the word of the hall, however they type it, and for nobody else", () =>
  town(async (world) => {
    const { slug, code } = await openHall(world);
    const status = async (query: string, as: "visitor" | "volunteer" | "coordinator" = "visitor") =>
      (await world.request("GET", `/werkstaetten/${slug}/leinwand${query}`, { as })).status;
    expect(await status("")).toBe(404);
    expect(await status("?wort=AAAAAA", "volunteer")).toBe(404);
    expect(await status("", "coordinator")).toBe(200);
    const spaced = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase();
    expect(await status(`?wort=${spaced}`)).toBe(200);
    const there = { town: "second" as const };
    expect((await world.request("GET", `/werkstaetten/${slug}/leinwand?wort=${code}`, there)).status).toBe(
      404,
    );
  }));

test("cards stand on the board with their words escaped and without a name, and what is unchanged is not sent again", () =>
  town(async (world) => {
    const { office, id, phase, state } = await openHall(world);
    made(await letPhase(office, id, phase, "cards"));
    const lines = [{ text: "<b>Laut</b> & deutlich", clientKey: "karte-eins" }];
    made(await addPaperCards(office, { workshop: id, phase, table: null, lines }));
    const first = await world.request("GET", state);
    const { html } = (await first.json()) as { html: string };
    expect(html).toContain("&lt;b>Laut&lt;/b> &amp; deutlich");
    const tag = first.headers.get("etag") ?? "";
    const again = await world.request("GET", state, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  }));

test("while dots are given the board says how many gave, and only afterwards what they weigh", () =>
  town(async (world) => {
    const { office, id, phase, code, state } = await openHall(world);
    const { rows } = await world.sql(
      `insert into card_clusters (workshop_id, phase_id, title) values ('${id}', '${phase}', 'Räume') returning id`,
    );
    made(await letPhase(office, id, phase, "dots"));
    const visitor = world.as("visitor");
    const { token } = made(await letIn(visitor, code));
    const guest = await findGuest(visitor, id, token);
    if (!guest) throw new Error("the phone is not in the hall");
    made(await giveDots(visitor, guest.id, phase, [{ clusterId: rows[0]?.["id"], count: 2 }]));
    const scene = async () => ((await (await world.request("GET", state)).json()) as { html: string }).html;
    const during = await scene();
    expect(during).toContain("1 Handy hat seine Punkte vergeben.");
    expect(during).not.toContain("2 Punkte");
    made(await letPhase(office, id, phase, "nothing"));
    expect(await scene()).toContain("2 Punkte");
  }));
