import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { keepImport } from "#modules/organizations/imports/commands.ts";
import { town } from "#test/world.ts";
import { applyOffers } from "./commands.ts";
import { planImport, readDrafts } from "./queries.ts";

const heading =
  "agenturid;agenturname;einrichtungsname;angebotsname;beschreibung;wertigkeit;plz;ort;kontaktierbar;avatar;anzahl_gesuche;anzahl_aktueller_vermittlungen;latitude;longitude;ortsteil;bearbeitet;erstellt;_angebotsId";
const reading =
  '12;Agentur;"Bücherei ""Am Markt""";Vorlesen für Kinder;"<p style=""color:red"">Sie lesen <b>Kindern</b> vor.<script>alert(1)</script></p><ul><li>dienstags</li></ul>";1;2943;Weißwasser;1;;0;0;51,5041;14,6402;;1700000000;1690000000;4711';
const dogs =
  "12;Agentur;Tierheim Heideblick e.V.;Gassi gehen;Die Hunde warten.;1;;;1;;0;0;;;;1700000000;1690000000;4712";
const file = (...rows: string[]) => [heading, ...rows].join("\r\n");

const keep = (ctx: Context, text: string) =>
  keepImport(ctx, { kind: "opportunities", source: "Freinet", fileName: "ehrenamt.csv", text });

test("an export of Freinet is read with its traps: HTML, decimal commas, lost zeros, missing places", () => {
  const read = readDrafts(file(reading, dogs));
  if (!read.ok) throw new Error(read.problem);
  const [first, second] = read.drafts;
  expect(first).toMatchObject({
    externalId: "4711",
    organization: 'Bücherei "Am Markt"',
    point: { latitude: 51.5041, longitude: 14.6402 },
  });
  expect(first?.input).toMatchObject({
    postcode: "02943",
    rhythm: "flexible",
    fields: ["school", "culture"],
  });
  expect(first?.input?.description).toContain("Sie lesen Kindern vor.");
  expect(first?.input?.description).not.toMatch(/alert|</u);
  expect(second).toMatchObject({ point: undefined, problem: undefined });
  expect(second?.input).toMatchObject({ postcode: null, fields: ["environment"] });
});

test("what cannot be taken over says why, by its line", () => {
  const read = readDrafts(
    file(";;;;;", "1;A;Verein;;Text;1;;;1;;0;0;;;;0;0;1", "1;A;;Titel;Text;1;;;1;;0;0;;;;0;0;2", dogs, dogs),
  );
  if (!read.ok) throw new Error(read.problem);
  expect(read.drafts.map(({ line, problem }) => [line, problem])).toEqual([
    [2, "uneven"],
    [3, "noTitle"],
    [4, "noOrganization"],
    [5, undefined],
    [6, "twice"],
  ]);
  expect(readDrafts("a;b\n1;2")).toEqual({ ok: false, problem: "noColumns" });
});

test("a file comes in as a whole, makes stubs, and a second one changes instead of doubling", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const first = await keep(ctx, file(reading, dogs));
    const outcome = await applyOffers(ctx, first, true);
    expect(outcome).toMatchObject({ ok: true, value: { new: 2, published: 1, stubs: 2 } });
    expect(await applyOffers(ctx, first, true)).toEqual({ ok: false, because: "already" });

    const again = await keep(
      ctx,
      file(reading, dogs.replace("Die Hunde warten.", "Bruno und Lotte warten.")),
    );
    const plan = await planImport(ctx, "Freinet", file(reading, dogs));
    expect(plan.ok && plan.rows.map(({ state }) => state)).toEqual(["same", "same"]);
    expect(await applyOffers(ctx, again, true)).toMatchObject({
      ok: true,
      value: { new: 0, changed: 1, same: 1 },
    });
    const { rows } = await world.sql("select count(*)::int as n from opportunities");
    expect(rows[0]?.["n"]).toBe(2);
  }));

test("one wrong row, and nothing comes in", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const id = await keep(ctx, file(reading, "1;A;Verein;;Text;1;;;1;;0;0;;;;0;0;1"));
    expect(await applyOffers(ctx, id, true)).toEqual({ ok: false, because: "wrong" });
    const { rows } = await world.sql("select count(*)::int as n from opportunities");
    expect(rows[0]?.["n"]).toBe(0);
  }));

test("only the office imports, by page and by command", () =>
  town(async (world) => {
    const id = await keep(world.as("coordinator"), file(reading));
    for (const part of ["volunteer", "representative", "editor"] as const) {
      expect((await world.request("GET", "/buero/import/angebote", { as: part })).status).toBe(403);
      await expect(applyOffers(world.as(part), id, true)).rejects.toMatchObject({ name: "Forbidden" });
    }
    const dry = await world.request("GET", `/buero/import/angebote/${id}`, { as: "coordinator" });
    expect(await dry.text()).toContain("Vorlesen für Kinder");
    const other = await world.request("GET", `/buero/import/angebote/${id}`, {
      as: "foreignCoordinator",
      town: "second",
    });
    expect(other.status).toBe(404);
  }));
