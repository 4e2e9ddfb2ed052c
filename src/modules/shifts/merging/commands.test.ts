import { expect, test } from "vitest";
import { type EventName, listen } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { claimFile, makeCode } from "#modules/people/files/commands.ts";
import { addHelper } from "#modules/shifts/pool/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign, signUp } from "#modules/shifts/signups/commands.ts";
import { signupsOf } from "#modules/shifts/signups/queries.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { merging } from "./module.ts";

for (const [name, reaction] of Object.entries(merging.reactions ?? {})) listen(name as EventName, reaction);

const hours = (from: string, to: string) => ({
  startsAt: instantAt("2026-12-05", from),
  endsAt: instantAt("2026-12-05", to),
});

const stage = async (world: World) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const file = made(await keepPerson(office, { name: "Hanka Šołta", language: "hsb", contactBy: "phone" }));
  const give = async (needId: Id<"shiftNeed">) =>
    made(await assign(office, { needId, personId: file, how: "office" }));
  const claim = async () => {
    const { code } = await makeCode(office, file);
    return made(await claimFile(world.as("volunteer"), code, "here"));
  };
  const takenOf = async (id: Id<"shift">) => (await findShift(office, id))?.needs[0]?.taken;
  const statesOf = async (personId: Id<"person">) =>
    (await signupsOf(office, personId, { from: world.now, limit: 10 })).map(({ state }) => state);
  return { office, festival, file, give, claim, takenOf, statesOf, me: world.cast.volunteer.id };
};

test("who takes over a file with a shift at the same time keeps their own, and the other place is free", () =>
  town(async (world) => {
    const { office, festival, file, give, claim, takenOf, statesOf, me } = await stage(world);
    const morning = await shiftOf(office, festival, hours("09:00", "12:00"), 2);
    const between = await shiftOf(office, festival, hours("11:00", "13:00"), 1);
    const evening = await shiftOf(office, festival, hours("18:00", "20:00"), 1);
    made(await signUp(world.as("volunteer"), { needIds: [morning.needId] }));
    await give(between.needId);
    await give(evening.needId);
    await claim();
    expect(await statesOf(me)).toEqual(["confirmed", "confirmed"]);
    expect(await statesOf(file)).toEqual(["removed"]);
    expect(await takenOf(morning.shiftId)).toBe(1);
    expect(await takenOf(between.shiftId)).toBe(0);
    expect(await takenOf(evening.shiftId)).toBe(1);
  }));

test("who waits for the place that their own file holds has it, and nobody loses one", () =>
  town(async (world) => {
    const { office, festival, file, give, claim, takenOf, statesOf, me } = await stage(world);
    const morning = await shiftOf(office, festival, hours("09:00", "12:00"), 1);
    await give(morning.needId);
    made(await signUp(world.as("volunteer"), { needIds: [morning.needId] }));
    expect(await statesOf(me)).toEqual(["waiting"]);
    await claim();
    expect((await statesOf(me)).sort()).toEqual(["confirmed", "removed"]);
    expect(await statesOf(file)).toEqual([]);
    expect(await takenOf(morning.shiftId)).toBe(1);
  }));

test("in a pool that knows both, one person remains with the wishes of both", () =>
  town(async (world) => {
    const { office, festival, file, claim, me } = await stage(world);
    const morning = await shiftOf(office, festival, hours("09:00", "12:00"), 1);
    const noon = await shiftOf(office, festival, hours("12:00", "15:00"), 1);
    const ids = [
      made(await addHelper(office, festival.id, file, {})),
      made(await addHelper(office, festival.id, me, {})),
    ];
    await world.sql(
      `insert into shift_wishes (place_id, helper_id, need_id, preference) values
       ($1, $2, $4, 1), ($1, $2, $5, 2), ($1, $3, $4, 3)`,
      [office.place.id, ...ids, morning.needId, noon.needId],
    );
    await claim();
    const { rows } = await world.sql(
      `select h.person_id, w.preference from helpers h join shift_wishes w on w.helper_id = h.id
       where h.opportunity_id = $1 order by w.preference`,
      [festival.id],
    );
    expect(rows).toEqual([
      { person_id: me, preference: 2 },
      { person_id: me, preference: 3 },
    ]);
  }));
