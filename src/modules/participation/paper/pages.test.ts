import { expect, test } from "vitest";
import { paths } from "#modules/participation/paths.ts";
import { findProposal, listAuthors } from "#modules/participation/proposals/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { addCluster } from "#modules/workshops/clusters/commands.ts";
import { visibleText } from "#test/forms.ts";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { wallOf } from "#test/wall.ts";
import { town } from "#test/world.ts";

const sheet = { title: "Eine Bank am Teich", words: "Zum Ausruhen.", authorWords: "Hilde Holz" };

test("the office types a sheet, ties it to whoever has a file here, and counts signatures with their place", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const post = (path: string, form: Record<string, string>) =>
      world.request("POST", path, { as: "coordinator", form });
    const address = paths.paperProposal(process.id);
    const email = "volunteer@musterstadt.example";
    expect((await post(address, { ...sheet, email: "niemand@gast.example" })).status).toBe(409);
    expect((await post(address, { ...sheet, title: "" })).status).toBe(422);
    expect((await post(address, { ...sheet, email })).status).toBe(303);
    const row = await findProposal(world.as("visitor"), process.id, 1);
    expect(row).toMatchObject({ how: "paper", authorWords: "Hilde Holz" });
    const authors = await listAuthors(world.as("visitor"), row ? [row.id] : []);
    expect(authors).toMatchObject([{ personId: world.cast.volunteer.id, name: null }]);
    const lists = paths.paperSupports(process.id);
    const list = { proposal: "1", count: "31", words: "Ordner 3" };
    expect((await post(lists, list)).status).toBe(303);
    expect((await post(lists, { ...list, count: "-32" })).status).toBe(409);
    expect((await post(lists, { ...list, count: "0" })).status).toBe(422);
    expect((await post(lists, { ...list, count: "viele" })).status).toBe(422);
    expect((await post(lists, { ...list, proposal: "9" })).status).toBe(409);
    const shown = visibleText(await (await world.request("GET", lists, { as: "coordinator" })).text());
    expect(shown).toContain("31 Unterschriften");
    expect(shown).toContain("Ordner 3");
    await world.request("GET", paths.officeProposals(process.id), { as: "coordinator" });
    const log = await world.sql("select purpose from access_log where person_id = $1", [
      world.cast.volunteer.id,
    ]);
    expect(log.rows).toEqual([{ purpose: "von wem die Vorschläge in „Der Platz“ sind" }]);
    const open = await world.request("GET", paths.proposal(process.slug, 1));
    expect(visibleText(await open.text())).toContain("davon 31 auf Papier");
  }));

test("a theme of a workshop becomes a proposal, and each leads to the other", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const { phase } = await wallOf(office);
    const theme = made(await addCluster(office, phase, { title: "Räume", words: "" }));
    const form = { title: "Ein Raum für alle", words: "Die alte Post.", theme };
    const reply = await world.request("POST", paths.paperProposal(process.id), { as: "coordinator", form });
    expect(reply.status).toBe(303);
    const row = await findProposal(office, process.id, 1);
    expect(row).toMatchObject({ how: "workshop", cardClusterId: theme });
    expect(row?.authorWords).toContain("Thema „Räume“ der Werkstatt");
    const threads = await listThreads(office, { kind: "proposal", id: row?.id ?? "" });
    expect(threads.from).toMatchObject([{ kind: "cardCluster", id: theme }]);
  }));

test("nobody but the office of this town types paper", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    for (const path of [paths.paperProposal(process.id), paths.paperSupports(process.id)]) {
      const form = { ...sheet, proposal: "1", count: "3" };
      expect((await world.request("POST", path, { as: "volunteer", form })).status).toBe(403);
      const foreign = { as: "foreignCoordinator", form, town: "second" } as const;
      expect((await world.request("POST", path, foreign)).status).toBe(404);
    }
  }));
