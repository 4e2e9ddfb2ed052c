import { expect, test } from "vitest";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town, type World } from "#test/world.ts";
import { addReason, forgetReasons, withdrawReason } from "./commands.ts";
import { countReasons, listReasons } from "./queries.ts";

const bench = { title: "Eine Bank", words: "Zum Sitzen.", how: "paper", named: false } as const;

const benchIn = async (world: World, fields: Parameters<typeof processIn>[2] = {}) => {
  const office = world.as("coordinator");
  const process = await processIn(office, "discuss", fields);
  return { office, process, id: made(await addProposal(office, process, bench)).id };
};

test("a reason stands with a name only if its writer wants so, and only they can take it back", () =>
  town(async (world) => {
    const { process, id } = await benchIn(world);
    const volunteer = world.as("volunteer");
    const pro = { side: "for", words: "Man ruht sich aus.", named: true } as const;
    const first = made(await addReason(volunteer, process, id, pro));
    const con = { side: "against", words: "Sie versperrt den Weg.", named: false } as const;
    made(await addReason(world.as("neighborhood"), process, id, con));
    const seen = await listReasons(volunteer, id);
    expect(seen.map(({ side, authorWords, own }) => [side, authorWords, own])).toEqual([
      ["for", "Frieda Freiwillig", true],
      ["against", "", false],
    ]);
    expect(JSON.stringify(seen)).not.toContain(world.cast.neighborhood.id);
    await expect(withdrawReason(world.as("neighborhood"), id, first)).rejects.toThrow();
    await expect(withdrawReason(world.as("visitor"), id, first)).rejects.toThrow();
    await withdrawReason(volunteer, id, first);
    expect((await countReasons(volunteer, [id])).get(id)).toBe(1);
  }));

test("the same reason twice, too many, from a visitor, from elsewhere or too late is refused", () =>
  town(async (world) => {
    const { process, id } = await benchIn(world, { who: "residents", postcodes: ["02943"] });
    const reason = { side: "for", words: "Man ruht sich aus.", named: false } as const;
    const volunteer = world.as("volunteer");
    made(await addReason(volunteer, process, id, reason));
    expect(await addReason(volunteer, process, id, reason)).toMatchObject({ because: "again" });
    for (let n = 1; n < 20; n += 1)
      made(await addReason(volunteer, process, id, { ...reason, words: `${n}.` }));
    expect(await addReason(volunteer, process, id, { ...reason, words: "20." })).toMatchObject({
      because: "tooMany",
    });
    expect(await addReason(world.as("visitor"), process, id, reason)).toMatchObject({
      because: "notAllowed",
    });
    await world.sql("update people set postcode = '99999' where id = $1", [world.cast.neighborhood.id]);
    expect(await addReason(world.as("neighborhood"), process, id, reason)).toMatchObject({
      because: "notAllowed",
    });
    await world.sql("update process_phases set starts_on = starts_on - 40, ends_on = ends_on - 40");
    expect(await addReason(world.as("editor"), process, id, reason)).toMatchObject({ because: "notOpen" });
  }));

test("who leaves is not named at what they said", () =>
  town(async (world) => {
    const { process, id } = await benchIn(world);
    const reason = { side: "remark", words: "Mit Lehne.", named: true } as const;
    made(await addReason(world.as("volunteer"), process, id, reason));
    await forgetReasons(world.as("system"), world.cast.volunteer.id);
    expect(await listReasons(world.as("visitor"), id)).toMatchObject([
      { words: "Mit Lehne.", authorWords: "" },
    ]);
  }));
