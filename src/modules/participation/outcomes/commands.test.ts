import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { isoDay } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import { addProcess, publishProcess } from "#modules/participation/drafting/commands.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { addReason } from "#modules/participation/reasons/commands.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { supportProposal } from "#modules/participation/supports/commands.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const written = async (world: World) => {
  const office = world.as("coordinator");
  const { id } = await addProcess(office, { template: "square", title: "Der Platz" });
  const today = isoDay(office.now);
  const phase = { kind: "collect", words: "", startsOn: today, endsOn: plusDays(today, 9) } as const;
  made(await setPhases(office, id, [phase]));
  made(await publishProcess(office, id));
  const process = await findProcess(office, id);
  if (!process) throw new Error("the process is not there");
  const words = { title: "Bänke", words: "Drei Bänke.", how: "online", named: true } as const;
  const proposal = made(await addProposal(world.as("volunteer"), process, words));
  return { office, process, proposal };
};

const told = async (world: World, who: "volunteer" | "neighborhood" | "representative" | "juror") => {
  const { rows } = await world.sql(
    `select title from notices where person_id = '${world.cast[who].id}' and key like 'proposal %' order by title`,
  );
  return rows.map(({ title }) => title);
};

test("authors, supporters and those who gave reasons hear of each step once a day, and nobody else", () =>
  town(async (world) => {
    const { office, process, proposal } = await written(world);
    made(await supportProposal(world.as("neighborhood"), process, proposal.id));
    const reason = { side: "for", words: "Man kann sitzen.", named: false } as const;
    made(await addReason(world.as("representative"), process, proposal.id, reason));
    await addStep(office, proposal.id, "started", { title: "Bauhof" });
    await addStep(office, proposal.id, "started", { title: "Bauhof" });
    await addStep(office, proposal.id, "done");
    for (const who of ["volunteer", "neighborhood", "representative"] as const)
      expect(await told(world, who)).toEqual(["Die Arbeit hat begonnen: Bänke", "Fertig: Bänke"]);
    expect(await told(world, "juror")).toEqual([]);
  }));

test("what the author did themselves is not told to them, and the page shows every step to everybody", () =>
  town(async (world) => {
    const { office, process, proposal } = await written(world);
    await addStep(world.as("volunteer"), proposal.id, "progress", { words: "Wir haben gemessen." });
    expect(await told(world, "volunteer")).toEqual([]);
    await addStep(office, proposal.id, "funded", { title: "Bürgerfonds" });
    const path = `/beteiligung/${process.slug}/vorschlaege/${proposal.number}/weg`;
    const html = await (await world.request("GET", path)).text();
    for (const words of ["Vorgeschlagen", "Wir haben gemessen.", "Gefördert"]) expect(html).toContain(words);
    expect((await world.request("GET", path.replace("/weg", "9/weg"))).status).toBe(404);
  }));
