import { expect, test } from "vitest";
import { findReport } from "#modules/reports/queries.ts";
import { setPaperDots } from "#modules/workshops/dots/commands.ts";
import { addStep, StepInput } from "#modules/workshops/steps/commands.ts";
import { formOf, made } from "#test/made.ts";
import { wallOf } from "#test/wall.ts";
import { town, type World } from "#test/world.ts";
import { composeFindings } from "./commands.ts";

const come = async (world: World, workshop: string, sector: string, n: number): Promise<void> => {
  await world.sql(
    `insert into workshop_registrations (workshop_id, name, sector) select $1, 'Gast ' || i, $2 from generate_series(1, $3) i`,
    [workshop, sector, n],
  );
};

test("the report tells the day: people as protected counts, themes with dots and cards, steps with owner and date", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { workshop, phase, rooms } = await wallOf(office);
    await come(world, workshop, "civil", 12);
    await come(world, workshop, "public", 6);
    await come(world, workshop, "business", 2);
    made(await setPaperDots(office, phase, { people: 4, given: [{ clusterId: rooms, count: 9 }] }));
    const step = { title: "Halle öffnen", ownerName: "der Vorstand", dueOn: "2027-01-31", clusterId: rooms };
    made(await addStep(office, workshop, formOf(office, StepInput, step)));
    const report = await findReport(office, await composeFindings(office, workshop));
    const blocks = report?.content.blocks ?? [];
    const block = (key: string) => blocks.find((one) => one.key === key);
    expect(block("who.sectors")).toMatchObject({
      rows: [
        ["Vereine und Engagierte", 12],
        [expect.stringContaining("zusammen"), 8],
      ],
    });
    expect(block(`phase.${phase}.dots`)).toMatchObject({
      bars: [
        { label: "Räume", value: 9 },
        { label: "Busse", value: 0 },
      ],
    });
    expect(block(`card.${rooms}.1`)).toMatchObject({ kind: "quote", text: "Kein Raum am Abend" });
    expect(block("steps.table")).toMatchObject({
      rows: [["Halle öffnen", "der Vorstand", "31. Januar 2027", "Geplant", "Räume"]],
    });
  }));

test("put together again it is the same draft, and only the office may", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { workshop } = await wallOf(office);
    const first = await composeFindings(office, workshop);
    expect(await composeFindings(office, workshop)).toBe(first);
    await expect(composeFindings(world.as("editor"), workshop)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(composeFindings(world.as("foreignCoordinator"), workshop)).rejects.toMatchObject({
      name: "NotFound",
    });
  }));
