import { expect, test } from "vitest";
import { town } from "#test/world.ts";

const search = (words: string): string => `/suche?q=${encodeURIComponent(words)}`;

test("one search finds what every storey offers, in this town only", () =>
  town(async (world) => {
    const found = await (await world.request("GET", search("Teichfreunde"))).text();
    expect(found).toContain('href="/organisationen/teichfreunde"');
    const elsewhere = await (await world.request("GET", search("Teichfreunde"), { town: "second" })).text();
    expect(elsewhere).not.toContain("/organisationen/teichfreunde");
  }));

test("nothing found leads to the contact point, and what was typed stays", () =>
  town(async (world) => {
    const page = await (await world.request("GET", search("<script>Quastenflosser"))).text();
    expect(page).toContain("haben wir nichts gefunden");
    expect(page).toContain('href="/fragen"');
    expect(page).toContain('value="&lt;script>Quastenflosser"');
    expect(page).not.toContain("<script>Quastenflosser");
  }));

test("an empty search asks, and claims nothing", () =>
  town(async (world) => {
    const page = await (await world.request("GET", "/suche")).text();
    expect(page).toContain("Was suchen Sie?");
    expect(page).not.toContain("Treffer");
  }));
