import { expect, test } from "vitest";
import { found, NotFound } from "#core/errors.ts";
import { instantAt } from "#core/local-time.ts";
import { writeTable } from "#methods/table-file.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { addRole, changeSettings } from "#modules/shifts/commands.ts";
import { takeHelpers } from "#modules/shifts/newcomers/commands.ts";
import { planHelpers } from "#modules/shifts/newcomers/queries.ts";
import { listHelpers, listPairs, listWishes } from "#modules/shifts/pool/queries.ts";
import { findPlan, listRoles, listShifts } from "#modules/shifts/queries.ts";
import { formOf } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { takeShifts } from "./commands.ts";
import { planShifts } from "./queries.ts";
import { templateOf } from "./vocabulary.ts";

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const festival = async (world: World) => {
  const ctx = world.as("representative");
  const { id } = await addOpportunity(
    ctx,
    world.club,
    formOf(ctx, OpportunityInput, { title: "Stadtfest", rhythm: "once" }),
  );
  await changeSettings(ctx, id, { mode: "wishes" });
  return { ctx, id };
};

const people = (...rows: string[][]) =>
  writeTable(["Name", "E-Mail", "Telefon", "Alter", "Aufgaben", "Zeiten", "Höchstens", "Zusammen mit"], rows);

const count = async (world: World, table: string) =>
  Number((await world.sql(`select count(*)::int as n from ${table}`)).rows[0]?.["n"]);

test("a table of shifts is read as people write it: German days, midnight, several roles of one shift", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    value(await addRole(ctx, id, { name: "Einlass" }));
    const table = [
      "Tag\tVon\tBis\tAufgabe\tMindestens\tHöchstens\tOrt",
      "Sa, 12.12.26\t14\t18 Uhr\tAusschank\t2\t4,0\tMarkt",
      "12.12.2026\t14:00\t18.00\teinlass\t\t1\tMarkt",
      "12.12.2026\t22:00\t1:00\tAbbau\t4\t\tMarkt",
    ].join("\n");
    const plan = await planShifts(ctx, id, table);
    expect(plan.ok && [plan.shifts.map(({ state }) => state), plan.newRoles]).toEqual([
      ["new", "new"],
      ["Ausschank", "Abbau"],
    ]);
    expect(await count(world, "shifts")).toBe(0);
    expect(value(await takeShifts(ctx, id, table))).toEqual({ added: 2, changed: 0, same: 0 });
    const shifts = await listShifts(ctx, id, { limit: 10 });
    expect(shifts.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [instantAt("2026-12-12", "14:00"), instantAt("2026-12-12", "18:00")],
      [instantAt("2026-12-12", "22:00"), instantAt("2026-12-13", "01:00")],
    ]);
    expect(shifts[0]?.needs).toMatchObject([
      { role: "Einlass", minimum: 1, maximum: 1 },
      { role: "Ausschank", minimum: 2, maximum: 4 },
    ]);
    expect(await listRoles(ctx, id)).toHaveLength(3);
  }));

test("the same table again changes nothing, a changed one changes its shift, and one wrong row stops all", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    const table = (most: string, extra: string[][] = []) =>
      writeTable(
        ["Nummer", "Tag", "Von", "Bis", "Aufgabe", "Mindestens", "Höchstens"],
        [["1", "12.12.2026", "14:00", "18:00", "Ausschank", "2", most], ...extra],
      );
    value(await takeShifts(ctx, id, table("4")));
    expect(value(await takeShifts(ctx, id, table("4")))).toEqual({ added: 0, changed: 0, same: 1 });
    expect(value(await takeShifts(ctx, id, table("6")))).toEqual({ added: 0, changed: 1, same: 0 });
    const wrong = table("7", [
      ["2", "32.12.2026", "14:00", "18:00", "Bar", "1", "1"],
      ["3", "12.12.2026", "mittags", "18:00", "Bar", "1", "1"],
      ["4", "12.12.2026", "14:00", "18:00", "", "1", "1"],
      ["5", "12.12.2026", "14:00", "18:00", "Bar", "3", "1"],
      ["6", "12.11.2026", "14:00", "18:00", "Bar", "1", "1"],
    ]);
    expect(await takeShifts(ctx, id, wrong)).toEqual({ ok: false, because: "wrong" });
    const plan = await planShifts(ctx, id, wrong);
    expect(plan.ok && plan.shifts.map(({ problem }) => problem)).toEqual([
      undefined,
      "day",
      "time",
      "noRole",
      "bounds",
      "past",
    ]);
    const [shift] = await listShifts(ctx, id, { limit: 10 });
    expect(shift?.needs).toMatchObject([{ maximum: 6 }]);
  }));

test("letters that were lost on the way are said instead of taken over", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    const plan = found(await findPlan(ctx, id));
    expect(await planShifts(ctx, id, "Tag;Von;Bis;Aufgabe\n12.12.2026;14;18;K\uFFFDche")).toEqual({
      ok: false,
      problem: "letters",
    });
    expect(await planHelpers(ctx, plan, "Name\nJÃ¶rg")).toEqual({ ok: false, problem: "letters" });
    expect(await planShifts(ctx, id, "Wann;Was\n1;2")).toEqual({ ok: false, problem: "noColumns" });
  }));

test("helpers come with their wishes and pairs; read again they are changed instead of doubled", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    const shifts = templateOf("schichten", "12.12.2026", []);
    value(await takeShifts(ctx, id, writeTable(shifts.headings, shifts.rows)));
    const table = writeTable(templateOf("menschen", "12.12.2026", []).headings, [
      [
        "Erika Beispiel",
        "erika@post.example",
        "",
        "ab 18",
        "Ausschank",
        "Sa ab 14 Uhr",
        "2",
        "Jörg Beispiel",
        "",
      ],
      ["Jörg Beispiel", "", "", "17", "Abbau", "12.12. ab 20 Uhr", "1", "", "lieber draußen"],
    ]);
    const before = await count(world, "people");
    expect(value(await takeHelpers(ctx, id, table))).toEqual({ added: 2, changed: 0, made: 2, left: 0 });
    const wishes = (await listWishes(ctx, id)).map(({ preference }) => preference);
    // Erika: the bar gladly, taking down if need be. Jörg: taking down gladly, the bar he cannot.
    expect(wishes.sort()).toEqual([0, 1, 3, 3]);
    expect(await listPairs(ctx, id)).toMatchObject([{ kind: "together" }]);
    expect(value(await takeHelpers(ctx, id, table.replace(";2;", ";3;")))).toEqual({
      added: 0,
      changed: 2,
      made: 0,
      left: 0,
    });
    expect(await count(world, "people")).toBe(before + 2);
    expect((await listHelpers(ctx, id)).items).toMatchObject([
      { name: "Erika Beispiel", mostShifts: 3 },
      { name: "Jörg Beispiel", mostShifts: 1, ageBand: "16to17", words: "lieber draußen" },
    ]);
    const { rows } = await world.sql("select given_how, recorded_by from consents where purpose = 'file'");
    expect(rows).toEqual(
      Array.from({ length: 2 }, () => ({ given_how: "paper", recorded_by: world.cast.representative.id })),
    );
  }));

test("an address that is known makes no second person, tells the one it belongs to, and shows nothing of a stranger", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    const address = "volunteer@musterstadt.example";
    const before = await count(world, "people");
    const plan = found(await findPlan(ctx, id));
    const stranger = await planHelpers(ctx, plan, people(["Otto Anders", address, "", "", "", "", "", ""]));
    expect(stranger.ok && stranger.helpers).toMatchObject([{ state: "wrong", problem: "otherName" }]);
    expect(JSON.stringify(stranger)).not.toContain("Frieda");
    const table = people(["Frieda Freiwillig", address, "", "", "", "", "", ""]);
    expect(value(await takeHelpers(ctx, id, table))).toMatchObject({ added: 1, made: 0 });
    expect(await count(world, "people")).toBe(before);
    const { rows } = await world.sql("select person_id, title from notices");
    expect(rows).toMatchObject([{ person_id: world.cast.volunteer.id }]);
  }));

test("a name alone is a likely double for the office, which decides by line; the organization is told nothing", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    const table = people(["Nils Nachbar", "", "0171 3920001", "", "", "", "", ""]);
    const plan = found(await findPlan(ctx, id));
    const forClub = await planHelpers(ctx, plan, table);
    expect(forClub.ok && forClub.helpers.map(({ state }) => state)).toEqual(["new"]);
    const office = world.as("coordinator");
    expect(value(await takeHelpers(office, id, table))).toMatchObject({ added: 0, made: 0, left: 1 });
    expect(value(await takeHelpers(office, id, table, [2]))).toMatchObject({ added: 1, made: 1 });
  }));

test("what a row says wrong is named with the word it stumbles over", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    value(await addRole(ctx, id, { name: "Einlass" }));
    const plan = found(await findPlan(ctx, id));
    const table = people(
      ["", "", "", "", "", "", "", ""],
      ["Anna Eins", "anna@", "", "", "", "", "", ""],
      ["Anna Zwei", "", "", "12", "", "", "", ""],
      ["Anna Drei", "", "", "", "Feuerwerk", "", "", ""],
      ["Anna Vier", "", "", "", "Einlass", "wenn es passt", "", ""],
      ["Anna Fünf", "", "", "", "", "", "viele", ""],
      ["Anna Sechs", "", "", "", "", "", "", "Niemand"],
      ["Anna Sieben", "a@post.example", "", "", "", "", "", ""],
      ["Anna Acht", "a@post.example", "", "", "", "", "", ""],
    );
    const read = await planHelpers(ctx, plan, table);
    expect(read.ok && read.helpers.map(({ problem, about }) => [problem, about])).toEqual([
      ["noName", undefined],
      ["email", undefined],
      ["guardian", undefined],
      ["role", "Feuerwerk"],
      ["times", "wenn es passt"],
      ["number", "viele"],
      ["partner", "Niemand"],
      [undefined, undefined],
      ["twice", undefined],
    ]);
    expect(await takeHelpers(ctx, id, table)).toEqual({ ok: false, because: "wrong" });
  }));

test("120 people and 40 shifts come in one go, in few statements", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    const shifts = Array.from({ length: 40 }, (_, index) => [
      `${4 + (index % 3)}.12.2026`,
      `${8 + (index % 10)}:00`,
      `${10 + (index % 10)}:00`,
      ["Aufbau", "Ausschank", "Einlass"][index % 3] ?? "",
      "2",
      "5",
      `Stand ${Math.floor(index / 30)}${index % 10}`,
    ]);
    const helpers = Array.from({ length: 120 }, (_, index) => [
      `Helfer Nummer${index}`,
      `h${index}@post.example`,
      "",
      "ab 18",
      "Ausschank; Einlass",
      "Fr-So ab 8 Uhr",
      "3",
      index > 0 && index % 5 === 0 ? `Helfer Nummer${index - 1}` : "",
    ]);
    const headings = ["Tag", "Von", "Bis", "Aufgabe", "Min", "Max", "Ort"];
    expect(value(await takeShifts(ctx, id, writeTable(headings, shifts)))).toMatchObject({ added: 40 });
    expect(value(await takeHelpers(ctx, id, people(...helpers)))).toMatchObject({ added: 120, made: 120 });
    expect(await listWishes(ctx, id)).toHaveLength(4_800);
  }));

test("nobody but the office and the organization reads tables into its plan", () =>
  town(async (world) => {
    const { id } = await festival(world);
    const table = people(["Neu Hier", "", "", "", "", "", "", ""]);
    for (const part of ["otherRepresentative", "partner", "volunteer", "editor"] as const) {
      await expect(takeHelpers(world.as(part), id, table)).rejects.toThrow(NotFound);
      await expect(takeShifts(world.as(part), id, table)).rejects.toThrow(NotFound);
    }
  }));
