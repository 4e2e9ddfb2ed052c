import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { hold } from "#modules/courses/holders/commands.ts";
import { addQualification, QualificationInput } from "#modules/courses/qualifications/commands.ts";
import { heldBy } from "#modules/courses/qualifications/queries.ts";
import { addHelper } from "#modules/shifts/pool/commands.ts";
import { findWishes, listHelpers, listPairs } from "#modules/shifts/pool/queries.ts";
import { formOf, made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const pool = async (world: World) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const startsAt = instantAt("2026-12-05", "14:00");
  const { needId } = await shiftOf(
    office,
    festival,
    { startsAt, endsAt: instantAt("2026-12-05", "17:00") },
    4,
  );
  const one = made(await addHelper(office, festival.id, world.cast.volunteer.id));
  const two = made(await addHelper(office, festival.id, world.cast.neighborhood.id));
  return { id: festival.id, needId, one, two, path: `/schichtplan/${festival.id}/menschen` };
};

test("the organization changes limits and wishes, says who comes together, and takes somebody out", () =>
  town(async (world) => {
    const { id, needId, one, two, path } = await pool(world);
    const as = "representative";
    const send = (to: string, form: Record<string, string>) => world.request("POST", to, { as, form });
    const wish = { mostShifts: "2", hoursADay: "4", [`wunsch_${needId}`]: "3" };
    expect((await send(`${path}/${one}`, wish)).status).toBe(303);
    const told = await findWishes(world.as("coordinator"), id, world.cast.volunteer.id);
    expect([told?.mostShifts, told?.wishes.get(needId)]).toEqual([2, 3]);
    const wrong = await send(`${path}/${one}`, { mostShifts: "viele" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("viele");
    expect((await send(`${path}/${one}/paare`, { other: two, kind: "apart" })).status).toBe(303);
    expect(await listPairs(world.as("coordinator"), id)).toMatchObject([{ kind: "apart" }]);
    const page = await (await world.request("GET", `${path}/${one}`, { as })).text();
    expect(page).toContain("nicht mit Nils Nachbar");
    expect((await send(`${path}/${two}/ende`, {})).status).toBe(303);
    expect((await listHelpers(world.as("coordinator"), id)).total).toBe(1);
  }));

test("who helps here may show the paper to the organization; of others it sees none", () =>
  town(async (world) => {
    const { one, path } = await pool(world);
    const office = world.as("coordinator");
    const input = formOf(office, QualificationInput, { name: "Belehrung" });
    const qualification = made(await addQualification(office, input));
    const { volunteer, neighborhood } = world.cast;
    const told = { qualification, since: "2026-01-10" };
    const held = made(await hold(world.as("volunteer"), volunteer.id, told));
    const other = made(await hold(world.as("neighborhood"), neighborhood.id, told));
    const see = (paper: string, as: "representative" | "otherRepresentative") =>
      world.request("POST", `${path}/${one}/nachweise/${paper}`, { as });
    expect((await see(held, "otherRepresentative")).status).toBe(403);
    expect((await see(other, "representative")).status).toBe(404);
    expect((await see(held, "representative")).status).toBe(303);
    const valid = await heldBy(office, [volunteer.id, neighborhood.id]);
    expect([...valid.values()].map(({ size }) => size)).toEqual([1, 0]);
  }));

test("somebody who phones is written down with the word that they agreed; a likely double is asked about", () =>
  town(async (world) => {
    const { id, path } = await pool(world);
    const add = (form: Record<string, string>, as: "coordinator" | "representative" = "coordinator") =>
      world.request("POST", path, { as, form });
    expect((await add({ name: "Gerda Gast", phone: "03576 4712" }, "representative")).status).toBe(303);
    const double = await add({ name: "Karla Koordination", phone: "03576 4713" });
    expect(double.status).toBe(409);
    expect(await double.text()).toContain("Karla Koordination ist wohl schon bekannt");
    const form = { name: "Karla Koordination", phone: "03576 4713", personId: world.cast.coordinator.id };
    expect((await add(form)).status).toBe(303);
    const { items } = await listHelpers(world.as("coordinator"), id);
    expect(items.map(({ name }) => name)).toContain("Gerda Gast");
    expect(items.some(({ personId }) => personId === world.cast.coordinator.id)).toBe(true);
    const child = await add({ name: "Kim Kind", ageBand: "under16" });
    expect(child.status).toBe(422);
    const { rows } = await world.sql("select given_how from consents where purpose = 'file'");
    expect(rows).toEqual([{ given_how: "paper" }]);
  }));

test("the organization hears nothing of people by their name alone", () =>
  town(async (world) => {
    const { path } = await pool(world);
    const form = { name: "Karla Koordination", phone: "03576 4713" };
    const reply = await world.request("POST", path, { as: "representative", form });
    expect(reply.status).toBe(303);
    expect((await world.sql("select id from people where name = 'Karla Koordination'")).rows).toHaveLength(2);
  }));
