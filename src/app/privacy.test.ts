import { expect, test } from "vitest";
import { enqueue } from "#core/jobs.ts";
import { runJobsWithin } from "#core/jobs-run.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { findPerson } from "#modules/people/queries.ts";
import { holdConsultation } from "#modules/placements/commands.ts";
import { town, type World } from "#test/world.ts";
import { allJobs } from "./jobs.ts";

const at = (day: string): Date => new Date(`${day}T10:00:00Z`);

const keep = async (world: World, name: string, phone: string, day: string) => {
  const ctx = world.as("coordinator", { now: at(day) });
  const kept = await keepPerson(ctx, { name, phone, contactBy: "phone", language: "de" });
  if (!kept.ok) throw new Error(`${name} was not kept`);
  return kept.value;
};

const night = async (world: World, day: string): Promise<void> => {
  const ctx = world.as("system", { now: at(day) });
  await enqueue(ctx, "house.forget_people", {});
  await runJobsWithin(ctx, allJobs({ PORT: 0, DATA_DIR: "", LOG_LEVEL: "silent", WORKER: "off" }));
};

test("a file goes at the end of the second year after the last contact, and not a day before", () =>
  town(async (world) => {
    const quiet = await keep(world, "Sophie Still", "03576 111", "2023-03-01");
    const talked = await keep(world, "Gerda Gespräch", "03576 222", "2023-03-01");
    const said = { minutes: 20, motives: "", experience: "", situation: "", agreed: "" };
    await holdConsultation(world.as("coordinator", { now: at("2024-05-02") }), talked, {
      channel: "phone",
      ...said,
    });
    const ctx = world.as("coordinator");
    await night(world, "2025-12-31");
    expect((await findPerson(ctx, quiet))?.name).toBe("Sophie Still");
    await night(world, "2026-01-01");
    expect((await findPerson(ctx, quiet))?.name).not.toBe("Sophie Still");
    expect((await findPerson(ctx, talked))?.name).toBe("Gerda Gespräch");
    await night(world, "2027-01-01");
    expect((await findPerson(ctx, talked))?.name).not.toBe("Gerda Gespräch");
  }));

test("nobody with an account or an open matter is forgotten", () =>
  town(async (world) => {
    await night(world, "2040-01-01");
    const ctx = world.as("coordinator");
    expect((await findPerson(ctx, world.cast.volunteer.id))?.name).toBe(world.cast.volunteer.name);
  }));
