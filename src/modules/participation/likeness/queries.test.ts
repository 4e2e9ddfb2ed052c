import { expect, test } from "vitest";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town } from "#test/world.ts";
import { listAlike } from "./queries.ts";

const known = [
  ["Bänke am Teichweg", "Wer spazieren geht, möchte sich ausruhen. Drei Bänke mit Lehne genügen."],
  ["Ein Trinkbrunnen auf dem Markt", "Im Sommer fehlt Wasser für Kinder und Ältere."],
  ["Bäume statt Parkplätze", "Schatten für den Marktplatz, heimische Linden."],
  ["Schachtische für alle", "Zwei Tische aus Stein, an denen man spielen kann."],
  ["Ein Bücherschrank an der Haltestelle", "Bücher tauschen, während man auf den Bus wartet."],
  ["Sitzgelegenheiten mit Lehne", "Ältere brauchen am Teich Bänke, die hoch genug sind."],
] as const;

test("what says nearly the same is found, in other forms of its words; what is about something else is not", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    for (const [title, words] of known)
      made(await addProposal(office, process, { title, words, how: "paper", named: false }));
    const alike = async (title: string, words = "") =>
      (await listAlike(world.as("volunteer"), process.id, { title, words })).map((row) => row.title);
    expect((await alike("Bank am Teich", "Eine Bank mit Lehne am Teich zum Ausruhen")).toSorted()).toEqual([
      "Bänke am Teichweg",
      "Sitzgelegenheiten mit Lehne",
    ]);
    expect(await alike("Trinkwasserbrunnen am Markt")).toContain("Ein Trinkbrunnen auf dem Markt");
    expect(await alike("Offener Bücherschrank")).toEqual(["Ein Bücherschrank an der Haltestelle"]);
    expect(await alike("Skaterbahn", "Eine Bahn aus Beton für Jugendliche")).toEqual([]);
    expect(await alike("")).toEqual([]);
    await world.sql("update proposals set state = 'withdrawn' where title like 'Ein B%'");
    expect(await alike("Offener Bücherschrank")).toEqual([]);
  }));

test("what other processes and other towns have is not shown", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const other = await processIn(office, "collect", { slug: "anderes" });
    made(
      await addProposal(office, other, { title: "Schachtisch", words: "Stein.", how: "paper", named: false }),
    );
    expect(await listAlike(office, process.id, { title: "Schachtisch" })).toEqual([]);
    expect(await listAlike(world.as("foreignCoordinator"), other.id, { title: "Schachtisch" })).toEqual([]);
  }));
