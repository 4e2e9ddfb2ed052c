import sharp from "sharp";
import { expect, test } from "vitest";
import { paths } from "#modules/participation/paths.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { visibleText } from "#test/forms.ts";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town, type World } from "#test/world.ts";

const bench = {
  title: "Drei Bänke am Teichweg",
  words: "Wer spazieren geht, möchte sich ausruhen.",
  placeWords: "Teichweg",
  point: "51,50400 14,64000",
  cost: "1.200,50 €",
  costWords: "",
  from: "named",
};

const post = (world: World, path: string, form: Record<string, string>, as: "volunteer" | "neighborhood") =>
  world.request("POST", path, { as, form });

test("a proposal is written, looked at beside what is alike, submitted, improved and found in the list", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const old = { title: "Bänke am Teichweg", words: "Zum Ausruhen.", how: "paper", named: false } as const;
    made(await addProposal(office, process, { ...old, authorWords: "Hilde Holz" }));
    const address = paths.newProposal(process.slug);
    const first = await (await post(world, address, bench, "volunteer")).text();
    expect(visibleText(first)).toContain("Das ist meins schon – unterstützen");
    expect(first).toContain("1.200,50 €");
    const sent = await post(world, address, { ...bench, gesehen: "ja" }, "volunteer");
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      `${paths.proposal(process.slug, 2)}?hinweis=eingereicht`,
    ]);
    const page = await world.request("GET", paths.proposal(process.slug, 2));
    const text = visibleText(await page.text());
    for (const part of [
      "Drei Bänke am Teichweg",
      "Frieda Freiwillig",
      "1.200,50",
      "Teichweg",
      "Vorgeschlagen",
    ])
      expect(text).toContain(part);
    const better = { ...bench, title: "Vier Bänke am Teichweg" };
    const edit = paths.editProposal(process.slug, 2);
    expect((await post(world, edit, better, "volunteer")).status).toBe(303);
    expect((await post(world, edit, better, "neighborhood")).status).toBe(403);
    const list = await world.request("GET", `${paths.proposals(process.slug)}?q=baenke&sortierung=support`);
    const listed = visibleText(await list.text());
    expect(listed).toContain("Vier Bänke am Teichweg");
    expect(listed).toContain("Hilde Holz");
    expect(listed).toContain("2 Vorschläge");
    const map = await world.request("GET", `${paths.proposals(process.slug)}?ansicht=karte`);
    expect(await map.text()).toContain('aria-label="Vier Bänke am Teichweg"');
  }));

test("what does not parse comes back with every word: a point nowhere, one far away, an amount in words", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const answer = async (wrong: Record<string, string>) => {
      const reply = await post(world, paths.newProposal(process.slug), { ...bench, ...wrong }, "volunteer");
      expect(reply.status).toBe(422);
      const text = await reply.text();
      expect(text).toContain(bench.words);
      return visibleText(text);
    };
    expect(await answer({ point: "am Teich" })).toContain("Breite und Länge");
    expect(await answer({ point: "91.0, 14.6" })).toContain("Breite und Länge");
    expect(await answer({ point: "48.137, 11.575" })).toContain("weit weg von Musterstadt");
    expect(await answer({ cost: "viel" })).toContain("Betrag");
    expect(await answer({ title: "" })).toContain("Bitte");
  }));

test("an unnamed author is named nowhere on the page, in the list or in the open data", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const unnamed = { ...bench, from: "unnamed", gesehen: "ja" };
    await post(world, paths.newProposal(process.slug), unnamed, "volunteer");
    for (const path of [
      paths.proposal(process.slug, 1),
      paths.proposals(process.slug),
      "/offene-daten/proposals.csv",
    ]) {
      const reply = await world.request("GET", path);
      expect([path, reply.status]).toEqual([path, 200]);
      const text = await reply.text();
      expect(text).toContain("Teichweg");
      expect(text).not.toContain("Frieda");
    }
  }));

test("pictures are shown with their words and taken out again; what is no picture is refused", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    await post(world, paths.newProposal(process.slug), { ...bench, gesehen: "ja" }, "volunteer");
    const edit = paths.editProposal(process.slug, 1);
    const square = sharp({ create: { width: 8, height: 8, channels: 3, background: "#0a5c63" } });
    const upload = async (file: File, alt: string) => {
      const form = new FormData();
      form.set("aktion", "bild");
      form.set("alt", alt);
      form.set("bild", file);
      return world.request("POST", edit, { as: "volunteer", form });
    };
    const picture = new File([new Uint8Array(await square.png().toBuffer())], "a.png", { type: "image/png" });
    expect((await upload(new File(["kein Bild"], "a.png"), "Text")).status).toBe(422);
    expect((await upload(picture, " ")).status).toBe(422);
    for (let n = 1; n <= 4; n += 1) expect((await upload(picture, `Der Weg ${n}`)).status).toBe(303);
    expect((await upload(picture, "Der Weg 5")).status).toBe(422);
    const shown = await (await world.request("GET", paths.proposal(process.slug, 1))).text();
    expect(shown.match(/alt="Der Weg/gu)).toHaveLength(4);
    const { rows } = await world.sql("select id from proposal_pictures order by position limit 1");
    await post(world, edit, { aktion: "bildweg", bild: String(rows[0]?.["id"]) }, "volunteer");
    const after = await (await world.request("GET", paths.proposal(process.slug, 1))).text();
    expect(after).not.toContain('alt="Der Weg 1"');
  }));

test("a visitor signs in and comes back to the form; what others may do here is said in words", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"), "collect", {
      who: "residents",
      postcodes: ["02959"],
    });
    const address = paths.newProposal(process.slug);
    const visitor = await world.request("GET", address);
    expect(visitor.headers.get("location")).toBe(`/anmelden?weiter=${encodeURIComponent(address)}`);
    const elsewhere = await world.request("GET", address, { as: "volunteer" });
    expect(visibleText(await elsewhere.text())).toContain("Postleitzahl in Ihrem Profil");
    expect((await post(world, address, bench, "volunteer")).status).toBe(409);
    const later = await processIn(world.as("coordinator"), "decide");
    const closed = await world.request("GET", paths.newProposal(later.slug), { as: "volunteer" });
    expect(visibleText(await closed.text())).toContain("gerade keine Vorschläge");
    const foreign = await world.request("GET", paths.proposals(process.slug), { town: "second" });
    expect(foreign.status).toBe(404);
  }));

test("support and reasons are given on the page and told where one stood", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"), "discuss");
    const old = { title: "Bänke", words: "Zum Ausruhen.", how: "paper", named: false } as const;
    made(await addProposal(world.as("coordinator"), process, old));
    const support = await post(world, paths.support(process.slug, 1), {}, "volunteer");
    expect(support.headers.get("location")).toContain("hinweis=unterstuetzt");
    const reason = { side: "against", words: "Dort ist es nachts zu dunkel." };
    expect((await post(world, paths.reasons(process.slug, 1), reason, "neighborhood")).status).toBe(303);
    expect((await post(world, paths.reasons(process.slug, 1), reason, "neighborhood")).status).toBe(409);
    expect((await post(world, paths.reasons(process.slug, 1), { words: "" }, "volunteer")).status).toBe(422);
    const page = await world.request("GET", paths.proposal(process.slug, 1), { as: "volunteer" });
    const text = visibleText(await page.text());
    expect(text).toContain("Sie unterstützen diesen Vorschlag.");
    expect(text).toContain("Dort ist es nachts zu dunkel.");
    expect(text).not.toContain("Nils Nachbar");
  }));
