import { expect, test } from "vitest";
import { addQualification, QualificationInput } from "#modules/courses/qualifications/commands.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { hold } from "./commands.ts";
import { jobs } from "./jobs.ts";

const add = async (world: World, name = "Belehrung", months = "24") => {
  const office = world.as("coordinator");
  return made(await addQualification(office, formOf(office, QualificationInput, { name, months })));
};

test("a person tells, the office sees, and the page says who saw it when", () =>
  town(async (world) => {
    const qualification = await add(world);
    const mine = "/mein/qualifikationen";
    const form = { qualification, since: "10.01.2026" };
    expect((await world.request("POST", mine, { as: "volunteer", form })).status).toBe(303);
    expect(await (await world.request("GET", mine, { as: "volunteer" })).text()).toContain(
      "noch nicht gesehen",
    );
    const { rows } = await world.sql("select id from held_qualifications");
    const person = `/buero/menschen/${world.cast.volunteer.id}/qualifikationen`;
    const seen = await world.request("POST", `${person}/${rows[0]?.["id"]}/gesehen`, { as: "coordinator" });
    expect(seen.status).toBe(303);
    const text = await (await world.request("GET", mine, { as: "volunteer" })).text();
    expect(text).toContain("gesehen von Karla Koordination");
    expect(text).toContain("10. Januar 2028");
    const again = await world.request("POST", mine, { as: "volunteer", form });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("Was wir gesehen haben, gilt noch");
  }));

test("a wrong form comes back with what was typed, and a circle is refused in words", () =>
  town(async (world) => {
    const [one, two] = [await add(world, "Klein"), await add(world, "Groß")];
    const list = "/buero/qualifikationen";
    const empty = await world.request("POST", list, {
      as: "coordinator",
      form: { name: "", months: "viele", description: "Bleibt stehen." },
    });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Bleibt stehen.");
    const office = { as: "coordinator" } as const;
    await world.request("POST", `${list}/${two}`, { ...office, form: { name: "Groß", includes: one } });
    const circle = await world.request("POST", `${list}/${one}`, {
      ...office,
      form: { name: "Klein", includes: two },
    });
    expect(circle.status).toBe(422);
    expect(await circle.text()).toContain("Das ginge im Kreis");
  }));

test("a month before it runs out a person hears of it, once, in their language", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const person = world.cast.volunteer.id;
    const since = "2026-01-10";
    made(await hold(office, person, { qualification: await add(world), since, until: "2026-12-20" }));
    made(await hold(office, person, { qualification: await add(world, "Ersthelfer"), since }));
    await world.sql(`update people set language = 'en' where id = '${person}'`);
    for (let night = 0; night < 2; night += 1) for (const job of jobs) await job.run(world.as("system"), {});
    const { rows } = await world.sql("select title, path from notices");
    expect(rows).toEqual([
      { title: "“Belehrung” runs out on 20 December 2026", path: "/mein/qualifikationen" },
    ]);
  }));
