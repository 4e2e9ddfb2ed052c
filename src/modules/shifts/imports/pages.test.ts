import { expect, test } from "vitest";
import { festivalOf } from "#test/shifts.ts";
import { town } from "#test/world.ts";

const rows = "Tag;Von;Bis;Aufgabe;Mindestens;Höchstens\n12.12.2026;14:00;18:00;Küche;2;4\n";

test("a table is pasted, looked at, put right in place and taken over with one button", () =>
  town(async (world) => {
    const { id } = await festivalOf(world.as("coordinator"), world.club);
    const path = `/schichtplan/${id}/import`;
    const send = (form: Record<string, string> | FormData) =>
      world.request("POST", path, { as: "representative", form });
    const count = async () => (await world.sql("select count(*)::int as n from shifts")).rows[0]?.["n"];
    const tabelle = "schichten";

    const wrong = await send({ tabelle, text: rows.replace("14:00", "mittags") });
    expect(wrong.status).toBe(422);
    const shown = await wrong.text();
    expect(shown).toContain("die Uhrzeit ist nicht zu lesen");
    // What was pasted stands there again, to be put right.
    expect(shown).toContain("12.12.2026;mittags;18:00;Küche");

    const dry = await send({ tabelle, text: rows });
    expect(dry.status).toBe(200);
    expect(await dry.text()).toContain("Neue Aufgaben werden angelegt: Küche");
    expect(await count()).toBe(0);

    const taken = await send({ tabelle, text: rows, schritt: "uebernehmen" });
    expect(taken.status).toBe(303);
    expect(await count()).toBe(1);
    const location = taken.headers.get("location") ?? "";
    const after = await world.request("GET", location, { as: "representative" });
    expect(await after.text()).toContain("Übernommen. Neue Schichten: 1");
  }));

test("a file of an old program is read with its letters; a picture is refused in words", () =>
  town(async (world) => {
    const { id } = await festivalOf(world.as("coordinator"), world.club);
    const path = `/schichtplan/${id}/import`;
    const upload = (bytes: Uint8Array<ArrayBuffer>, name: string) => {
      const form = new FormData();
      form.set("tabelle", "schichten");
      form.set("file", new File([bytes], name));
      return world.request("POST", path, { as: "coordinator", form });
    };
    const old = await upload(new Uint8Array(Buffer.from(rows, "latin1")), "plan.csv");
    expect(old.status).toBe(200);
    expect(await old.text()).toContain("Küche");
    const picture = await upload(new Uint8Array([0x89, 0x50, 0x00, 0x00]), "bild.png");
    expect(picture.status).toBe(422);
    expect(await picture.text()).toContain("keine Tabelle in Textform");
    const nothing = await world.request("POST", path, { as: "coordinator", form: { tabelle: "menschen" } });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain("Bitte wählen Sie eine Datei oder fügen Sie eine Tabelle ein");
  }));

test("the templates are tables that can be taken over as they are", () =>
  town(async (world) => {
    const { id } = await festivalOf(world.as("coordinator"), world.club);
    const path = `/schichtplan/${id}/import`;
    for (const tabelle of ["schichten", "menschen"]) {
      const template = await world.request("GET", `${path}/${tabelle}.csv`, { as: "representative" });
      const form = { tabelle, text: await template.text() };
      const dry = await world.request("POST", path, { as: "representative", form });
      expect([tabelle, dry.status]).toEqual([tabelle, 200]);
      const taken = { ...form, schritt: "uebernehmen" };
      expect((await world.request("POST", path, { as: "representative", form: taken })).status).toBe(303);
    }
  }));
