import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { decodeText } from "#methods/table-file.ts";
import { exportHsds, exportTable } from "#modules/organizations/exports/queries.ts";
import { listOrganizations } from "#modules/organizations/queries.ts";
import { town } from "#test/world.ts";
import { applyImport, ensureOrganizations, keepImport, readUpload } from "./commands.ts";
import { type ImportKind, planImport } from "./queries.ts";

const keep = (ctx: Context, text: string, kind: ImportKind = "organizations", source = "Probe") =>
  keepImport(ctx, { kind, source, fileName: "probe.csv", text });

/** State and line of each row, as "2 new". */
const states = async (
  ctx: Context,
  text: string,
  kind: ImportKind = "organizations",
  source = "Probe",
): Promise<string[]> => {
  const plan = await planImport(ctx, { kind, source, content: text });
  return plan.ok ? plan.rows.map(({ draft, state }) => `${draft.line} ${state}`) : [plan.problem];
};

const problems = async (ctx: Context, text: string): Promise<string[]> => {
  const plan = await planImport(ctx, { kind: "organizations", source: "Probe", content: text });
  return plan.ok ? plan.rows.flatMap(({ draft }) => draft.problems) : [plan.problem];
};

// Everything that such files are known for: semicolons, decimal commas, epoch seconds, HTML, gaps, one club thrice.
const freinet = [
  "_angebotsId;agenturname;einrichtungsname;angebotsname;beschreibung;plz;ort;latitude;longitude;bearbeitet",
  '1;Agentur;"Lesepaten ""Leselust"" e.V.";Vorlesen;"<p style=""x"">Wir lesen;<br>auch <b>laut</b></p>";02943;Weißwasser;51,5040;14,6402;1712345678',
  '2;Agentur;"Lesepaten ""Leselust"" e.V.";Zuhören;"Zeile eins\nZeile zwei";;;;;1712345678',
  "3;Agentur;Teichfreunde Musterstadt;Harken;<script>alert(1)</script>;2943;;;;",
  "4;Agentur;Waldläufer;Laufen;;;;;;0",
].join("\r\n");

test("a Freinet-style file becomes organizations, each once; offers stay for the opportunities", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    expect(await states(office, freinet)).toEqual(["2 new", "5 double", "6 new"]);
    const id = await keep(office, freinet);
    expect(await applyImport(office, id)).toEqual({
      ok: true,
      value: { new: 2, changed: 0, same: 0, left: 1 },
    });
    const found = (await listOrganizations(office)).find(({ name }) => name.startsWith("Lesepaten"));
    expect(found).toMatchObject({
      name: 'Lesepaten "Leselust" e.V.',
      postcode: "02943",
      latitude: 51.504,
      longitude: 14.6402,
    });
    expect(await states(office, freinet)).toEqual(["2 same", "5 double", "6 same"]);
  }));

const table = (rows: string): string => `Kennung;Name;Sektor;PLZ;Ort;E-Mail;Felder;Beschreibung\n${rows}`;

test("a second import of the same source updates what changed and doubles nothing; an empty cell takes nothing away", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const first = table(
      "7;Chor Heideklang;Verein;02943;Weißwasser;chor@example.org;Kultur und Musik;Wir singen.",
    );
    await applyImport(office, await keep(office, first));
    const second = table('7;Chor Heideklang e.V.;;;;;;"<p>Wir singen &amp; lachen.</p>"');
    expect(await states(office, second)).toEqual(["2 changed"]);
    await applyImport(office, await keep(office, second));
    const rows = await office.db
      .selectFrom("organizations")
      .selectAll()
      .where("externalId", "=", "7")
      .execute();
    expect(rows).toMatchObject([
      {
        name: "Chor Heideklang e.V.",
        email: "chor@example.org",
        fields: ["culture"],
        description: "Wir singen & lachen.",
      },
    ]);
    expect(await states(office, second)).toEqual(["2 same"]);
  }));

test("what is wrong is said in words with its line, and then nothing is written at all", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const wrong = table(
      "1;Gut;Verein;;;;;\n2;;Verein;;;;;\n3;Schlecht;Piraten;123;;keine;Zaubern;\n1;Noch einmal;;;;;;\n9;Kurz",
    );
    expect(await states(office, wrong)).toEqual(["2 new", "3 wrong", "4 wrong", "5 wrong", "6 wrong"]);
    const said = await problems(office, wrong);
    for (const part of [
      "Der Name fehlt.",
      "„Piraten“",
      "PLZ: Eine Postleitzahl hat fünf Ziffern.",
      "E-Mail:",
      "„Zaubern“",
      "steht schon in Zeile 2",
      "mehr oder weniger Zellen",
    ]) {
      expect(said.join("\n")).toContain(part);
    }
    expect(await applyImport(office, await keep(office, wrong))).toEqual({ ok: false, because: "wrong" });
    expect((await listOrganizations(office)).map(({ name }) => name)).not.toContain("Gut");
  }));

test("a file is taken over once, by the office of its own town; doubles only when asked for", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await keep(office, table("1;Teichfreunde Musterstadt;;;;;;"));
    await expect(applyImport(world.as("representative"), id)).rejects.toThrow(Forbidden);
    await expect(applyImport(world.as("foreignCoordinator"), id)).rejects.toThrow(NotFound);
    expect(await applyImport(office, id, [2])).toEqual({
      ok: true,
      value: { new: 1, changed: 0, same: 0, left: 0 },
    });
    expect(await applyImport(office, id)).toEqual({ ok: false, because: "already" });
    const { content } = await office.db
      .selectFrom("imports")
      .select("content")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(content).toBe("");
  }));

test("our own export comes back without a change, and no cell of it acts", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const rows = table(
      '1;"=HYPERLINK(""x"")";Verein;02943;W;;"Umwelt, Natur und Tiere | Sport und Bewegung";-1\n2;Chor Heideklang;Verein;02959;Schleife;;Kultur und Musik;',
    );
    await applyImport(office, await keep(office, rows));
    const text = await exportTable(office);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/(^|;)"?[=@]/mu);
    const plan = await planImport(office, { kind: "organizations", source: "Probe", content: text });
    if (!plan.ok) throw new Error(plan.problem);
    expect(plan.rows.find(({ draft }) => draft.name === "Chor Heideklang")?.state).toBe("same");
  }));

test("HSDS comes in with its services, and what we give out comes back in", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const page = {
      contents: [
        {
          id: "org-1",
          name: "Beratung Nord",
          description: "<p>Wir beraten.</p>",
          website: "example.org",
          services: [
            {
              id: "s-1",
              name: "Schuldnerberatung",
              description: "Ordnen",
              status: "active",
              attributes: [{ taxonomy_term: { code: "money", taxonomy: "anlaufstelle:need" } }],
            },
          ],
        },
      ],
    };
    await applyImport(office, await keep(office, JSON.stringify(page), "hsds"));
    expect(await office.db.selectFrom("services").select(["name", "needs"]).execute()).toEqual([
      { name: "Schuldnerberatung", needs: ["money"] },
    ]);
    expect(await states(office, JSON.stringify(page), "hsds")).toEqual(["1 same"]);
    const given = await exportHsds(office);
    expect(given.contents.find(({ name }) => name === "Beratung Nord")?.services).toMatchObject([
      { name: "Schuldnerberatung", status: "active" },
    ]);
    const back = await states(office, JSON.stringify(given), "hsds", "elsewhere");
    expect(back.every((row) => row.endsWith("double"))).toBe(true);
  }));

const shared = new URL("../../../../../shared/data/standards/hsds/", import.meta.url);
const examples = ["3.0", "3.1-dev"].flatMap((version) =>
  ["organization_full", "organization_list", "service_full", "service_list"].map(
    (name) => new URL(`${version}/examples/${name}.json`, shared),
  ),
);

test.runIf(existsSync(shared))(
  "the examples of the standard are read, with their nonsense coordinates left out",
  () =>
    town(async (world) => {
      for (const example of examples) {
        const plan = await planImport(world.as("coordinator"), {
          kind: "hsds",
          source: "x",
          content: readFileSync(example, "utf8"),
        });
        if (!plan.ok) throw new Error(`${example}: ${plan.problem}`);
        expect(plan.rows[0]?.draft.name, example.pathname).toContain("Example Organization");
        expect(
          plan.rows.flatMap(({ draft }) => draft.problems),
          example.pathname,
        ).toEqual([]);
        expect(plan.rows[0]?.draft.values.latitude).toBeUndefined();
      }
    }),
);

test("names in a table lead to known organizations or become stubs, once each", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const names = ["Teichfreunde Musterstadt", "Waldläufer", "Waldläufer e.V."];
    const result = await ensureOrganizations(
      office,
      names.map((name) => ({ name, source: "Freinet" })),
    );
    expect(result.get("Teichfreunde Musterstadt")).toEqual({ id: world.club, made: false });
    expect(result.get("Waldläufer")?.made).toBe(true);
    expect(result.get("Waldläufer e.V.")).toEqual({ id: result.get("Waldläufer")?.id, made: false });
  }));

test("an upload that is none, too big, empty or no text is refused by name", async () => {
  expect(await readUpload("text")).toEqual({ ok: false, because: "noFile" });
  expect(await readUpload(new File([], ""))).toEqual({ ok: false, because: "noFile" });
  expect(await readUpload(new File([" \n"], "a.csv"))).toEqual({ ok: false, because: "empty" });
  expect(await readUpload(new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0)], "a.xlsx"))).toEqual({
    ok: false,
    because: "binary",
  });
  expect(await readUpload(new File([new Uint8Array(10 * 1_048_576 + 1)], "a.csv"))).toEqual({
    ok: false,
    because: "tooBig",
  });
  const latin = Uint8Array.from("Name\nWei\u00dfwasser", (letter) => letter.codePointAt(0) ?? 63);
  expect(decodeText(latin).encoding).toBe("windows-1252");
  expect(await readUpload(new File([latin], "a.csv"))).toEqual({
    ok: true,
    value: { name: "a.csv", text: "Name\nWeißwasser" },
  });
});

test("the office uploads, sees row by row what would happen, and takes it over", () =>
  town(async (world) => {
    const form = new FormData();
    form.set("kind", "organizations");
    form.set("source", "Freinet");
    form.set("file", new File([freinet], "angebote.csv"));
    const sent = await world.request("POST", "/buero/import", { as: "coordinator", form });
    expect(sent.status).toBe(303);
    const path = sent.headers.get("location") ?? "";
    const plan = await (await world.request("GET", path, { as: "coordinator" })).text();
    for (const words of ["Waldläufer", "sieht aus wie", "Alles übernehmen"]) expect(plan).toContain(words);
    expect((await world.request("POST", path, { as: "coordinator", form: {} })).status).toBe(303);
    expect(await (await world.request("GET", path, { as: "coordinator" })).text()).toContain("2 neu");
    expect((await world.request("POST", path, { as: "coordinator", form: {} })).status).toBe(409);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
    const id = path.split("/").at(-1) as Id<"import">;
    expect(
      (await world.request("GET", `/buero/import/${id}`, { as: "foreignCoordinator", town: "second" }))
        .status,
    ).toBe(404);
  }));
