import { afterAll, beforeAll, expect, test } from "vitest";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { findProposalById } from "#modules/participation/proposals/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town, type World } from "#test/world.ts";
import { addPaperSupports, forgetSupports, supportProposal, withdrawSupport } from "./commands.ts";
import { listPaperSupports, supportedBy } from "./queries.ts";

const bench = {
  title: "Eine Bank am Teich",
  words: "Zum Hinsetzen.",
  how: "paper",
  named: true,
  authorWords: "Hilde Holz",
} as const;

const benchIn = async (
  world: World,
  ...how: Parameters<typeof processIn> extends [unknown, ...infer R] ? R : never
) => {
  const office = world.as("coordinator");
  const process = await processIn(office, ...how);
  const { id } = made(await addProposal(office, { id: process.id }, bench));
  const count = async () => (await findProposalById(office, id))?.supports;
  return { office, process, id, count };
};

test("a support counts once, can be taken back, and whoever gave it follows the process", () =>
  town(async (world) => {
    const { process, id, count } = await benchIn(world);
    const volunteer = world.as("volunteer");
    made(await supportProposal(volunteer, process, id));
    made(await supportProposal(volunteer, process, id));
    made(await supportProposal(world.as("neighborhood"), process, id));
    expect(await count()).toBe(2);
    expect((await supportedBy(volunteer, [id])).has(id)).toBe(true);
    expect((await supportedBy(world.as("partner"), [id])).size).toBe(0);
    made(await withdrawSupport(volunteer, process, id));
    made(await withdrawSupport(volunteer, process, id));
    expect(await count()).toBe(1);
    const { rows } = await world.sql("select person_id from process_followers order by made_at");
    expect(rows.map((row) => row["person_id"])).toContain(world.cast.volunteer.id);
  }));

test("visitors, people from elsewhere, and whatever is not open any more are refused", () =>
  town(async (world) => {
    const { process, id } = await benchIn(world, "refine", { who: "residents", postcodes: ["02959"] });
    const refusal = async (who: "visitor" | "volunteer", at = process) =>
      (await supportProposal(world.as(who), at, id)) as { because?: string };
    expect((await refusal("visitor")).because).toBe("notAllowed");
    expect((await refusal("volunteer")).because).toBe("notAllowed");
    const open = { ...process, who: "everybody" as const };
    await world.sql("update proposals set state = 'hidden'");
    expect((await refusal("volunteer", open)).because).toBe("notOpen");
    await world.sql("update proposals set state = 'published'");
    await world.sql("update process_phases set starts_on = starts_on - 20, ends_on = ends_on - 20");
    expect((await refusal("volunteer", open)).because).toBe("notOpen");
    expect(await withdrawSupport(world.as("volunteer"), open, id)).toMatchObject({ because: "notOpen" });
    const other = await processIn(world.as("coordinator"), "collect", { slug: "anderes" });
    await expect(supportProposal(world.as("volunteer"), other, id)).rejects.toThrow();
  }));

test("signatures on paper count with the others, and a wrong number is put right with a note", () =>
  town(async (world) => {
    const { office, process, id, count } = await benchIn(world);
    made(await supportProposal(world.as("volunteer"), process, id));
    made(await addPaperSupports(office, process, id, { count: 31, words: "Liste der Bäckerei, Ordner 3" }));
    made(await addPaperSupports(office, process, id, { count: -1, words: "eine Unterschrift war doppelt" }));
    expect(await count()).toBe(31);
    expect(await addPaperSupports(office, process, id, { count: -31, words: "Versehen" })).toMatchObject({
      because: "lessThanNone",
    });
    await expect(
      addPaperSupports(world.as("volunteer"), process, id, { count: 5, words: "selbst gezählt" }),
    ).rejects.toThrow();
    const lists = await listPaperSupports(office, [id]);
    expect(lists.map((list) => list.count).toSorted((a, b) => a - b)).toEqual([-1, 31]);
  }));

test("nothing is left of the supports of somebody who leaves", () =>
  town(async (world) => {
    const { process, id, count } = await benchIn(world);
    made(await supportProposal(world.as("volunteer"), process, id));
    await forgetSupports(world.as("system"), world.cast.volunteer.id);
    expect(await count()).toBe(0);
  }));

let committed: Committed;
beforeAll(async () => {
  committed = await openCommitted();
});
afterAll(() => committed.close());

test("pressed ten times at the same moment, and by three people, it is one voice each", async () => {
  const { at, first, cast } = committed;
  const now = new Date("2026-11-24T09:00:00Z");
  const { process, id } = await at(
    first,
    async (ctx) => {
      const made_ = await processIn(ctx);
      return { process: made_, id: made(await addProposal(ctx, made_, bench)).id };
    },
    { now },
  );
  const voices = [cast.volunteer, cast.neighborhood, cast.editor].flatMap((actor) =>
    Array.from({ length: 10 }, () => at(first, (ctx) => supportProposal(ctx, process, id), { now, actor })),
  );
  const outcomes = await Promise.all(voices);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const row = await at(first, (ctx) => findProposalById(ctx, id), { now });
  expect(row?.supports).toBe(3);
});
