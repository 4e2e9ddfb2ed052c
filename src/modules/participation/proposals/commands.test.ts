import { expect, test } from "vitest";
import { made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town } from "#test/world.ts";
import { addProposal, editProposal, forgetAuthor, withdrawProposal } from "./commands.ts";
import { countProposals, findProposal, findProposalById, listAuthors, listProposals } from "./queries.ts";

const bench = {
  title: "Eine Bank am Teich",
  words: "Wer am Teich entlanggeht, möchte sich für einen Moment hinsetzen.",
  how: "online",
  named: true,
} as const;

test("somebody proposes something: it has the next number, its author, and the first step of its path", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const volunteer = world.as("volunteer");
    const first = made(await addProposal(volunteer, process, bench));
    const second = made(await addProposal(world.as("neighborhood"), process, { ...bench, named: false }));
    expect([first.number, second.number]).toEqual([1, 2]);
    const row = await findProposal(world.as("visitor"), process.id, 1);
    expect(row).toMatchObject({ title: bench.title, state: "published", supports: 0, organization: null });
    const authors = await listAuthors(world.as("visitor"), [first.id, second.id]);
    expect(authors.map(({ name }) => name)).toEqual(["Frieda Freiwillig", null]);
    const steps = await world.sql("select kind from proposal_steps where proposal_id = $1", [first.id]);
    expect(steps.rows).toEqual([{ kind: "published" }]);
    const followers = await world.sql("select person_id from process_followers where process_id = $1", [
      process.id,
    ]);
    expect(followers.rows).toHaveLength(2);
  }));

test("nothing is proposed outside of collecting, by a visitor, from elsewhere, or for an organization of others", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const discussing = await processIn(office, "discuss");
    expect(await addProposal(world.as("volunteer"), discussing, bench)).toMatchObject({ because: "notOpen" });
    const process = await processIn(office, "collect", { who: "residents", postcodes: ["02959"] });
    expect(await addProposal(world.as("visitor"), process, bench)).toMatchObject({ because: "notAllowed" });
    expect(await addProposal(world.as("volunteer"), process, bench)).toMatchObject({ because: "notAllowed" });
    await world.sql("update people set postcode = '02959' where id = $1", [world.cast.volunteer.id]);
    made(await addProposal(world.as("volunteer"), process, bench));
    const open = await processIn(office, "collect", { slug: "offen" });
    const forClub = { ...bench, organizationId: world.club };
    expect(await addProposal(world.as("volunteer"), open, forClub)).toMatchObject({ because: "notAllowed" });
    made(await addProposal(world.as("representative"), open, forClub));
    const lied = { ...bench, how: "paper" } as const;
    expect(await addProposal(world.as("volunteer"), open, lied)).toMatchObject({ because: "notAllowed" });
  }));

test("nobody proposes in the name of others, however the form is sent", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const others = { ...bench, authorIds: [world.cast.neighborhood.id] };
    const { id } = made(await addProposal(world.as("volunteer"), process, others));
    const authors = await listAuthors(world.as("coordinator"), [id]);
    expect(authors.map(({ personId }) => personId)).toEqual([world.cast.volunteer.id]);
  }));

test("more than five an hour by one person are too many", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const volunteer = world.as("volunteer");
    for (let n = 1; n <= 5; n += 1) made(await addProposal(volunteer, process, bench));
    expect(await addProposal(volunteer, process, bench)).toMatchObject({ because: "tooMany" });
    const later = world.as("volunteer", { now: new Date(+world.now + 3_601_000) });
    made(await addProposal(later, process, bench));
  }));

test("paper is typed in until the decision begins, and its author is the one on the sheet", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const paper = { ...bench, how: "paper", authorWords: "Hilde Holz" } as const;
    const { id } = made(await addProposal(office, await processIn(office, "refine"), paper));
    expect(await findProposalById(office, id)).toMatchObject({
      authorWords: "Hilde Holz",
      typedBy: world.cast.coordinator.id,
    });
    expect(await addProposal(office, await processIn(office, "decide"), paper)).toMatchObject({
      because: "notOpen",
    });
  }));

test("authors improve and withdraw their own proposal until the decision begins, others may not", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const { id } = made(await addProposal(world.as("volunteer"), process, bench));
    const better = { title: "Zwei Bänke am Teich", words: bench.words };
    await expect(editProposal(world.as("neighborhood"), process, id, better)).rejects.toThrow();
    await expect(editProposal(office, process, id, better)).rejects.toThrow();
    made(await editProposal(world.as("volunteer"), process, id, better));
    made(await editProposal(world.as("volunteer"), process, id, better));
    const kinds = await world.sql("select kind from proposal_steps where proposal_id = $1 order by id", [id]);
    expect(kinds.rows.map((row) => row["kind"])).toEqual(["published", "edited"]);
    await world.sql("update process_phases set starts_on = starts_on - 60, ends_on = ends_on - 60");
    expect(await editProposal(world.as("volunteer"), process, id, bench)).toMatchObject({
      because: "notOpen",
    });
    expect(await withdrawProposal(world.as("volunteer"), process, id)).toMatchObject({ because: "notOpen" });
    await world.sql("update process_phases set starts_on = starts_on + 60, ends_on = ends_on + 60");
    expect(made(await withdrawProposal(world.as("volunteer"), process, id))).toEqual({ withdrawn: true });
    expect((await findProposalById(world.as("visitor"), id))?.state).toBe("withdrawn");
    expect(await listProposals(world.as("visitor"), process.id)).toEqual([]);
  }));

test("of several authors only the one who goes leaves", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const authorIds = [world.cast.volunteer.id, world.cast.neighborhood.id];
    const { id } = made(await addProposal(office, process, { ...bench, how: "workshop", authorIds }));
    expect(made(await withdrawProposal(world.as("volunteer"), process, id))).toEqual({ withdrawn: false });
    expect(await listAuthors(office, [id])).toHaveLength(1);
    expect((await findProposalById(office, id))?.state).toBe("published");
  }));

test("a list is narrowed by words with and without umlauts, by cost and by place, and sorted", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const add = (title: string, fields = {}) =>
      addProposal(office, process, { ...bench, title, how: "paper", ...fields });
    made(await add("Bäume am Markt", { costCents: 300_000 }));
    made(await add("Trinkbrunnen", { costCents: 120_000, point: { latitude: 51.5, longitude: 14.6 } }));
    made(await add("Schachtisch"));
    await world.sql("update proposals set paper_supports = 7 where number = 3");
    const titles = async (listing: Parameters<typeof listProposals>[2]) =>
      (await listProposals(world.as("visitor"), process.id, listing)).map(({ title }) => title);
    expect(await titles({ q: "BÄUME" })).toEqual(["Bäume am Markt"]);
    expect(await titles({ q: "baeume markt" })).toEqual(["Bäume am Markt"]);
    expect(await titles({ mostCents: 200_000 })).toEqual(["Trinkbrunnen"]);
    expect(await titles({ placed: true })).toEqual(["Trinkbrunnen"]);
    expect((await titles({ sort: "support" }))[0]).toBe("Schachtisch");
    expect(await titles({ sort: "number", limit: 1, offset: 1 })).toEqual(["Trinkbrunnen"]);
    expect(await countProposals(world.as("visitor"), process.id, { q: "teich" })).toBe(3);
  }));

test("what is hidden is there for its authors and the office, a proposal of a draft for the office, nothing in the other town", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const process = await processIn(office);
    const { id } = made(await addProposal(world.as("volunteer"), process, bench));
    const seen = async (who: Parameters<typeof world.as>[0]) =>
      (await findProposalById(world.as(who), id)) !== undefined;
    await world.sql("update proposals set state = 'hidden'");
    expect([
      await seen("visitor"),
      await seen("neighborhood"),
      await seen("volunteer"),
      await seen("coordinator"),
    ]).toEqual([false, false, true, true]);
    await world.sql("update proposals set state = 'published'; update processes set state = 'draft'");
    expect([await seen("visitor"), await seen("volunteer"), await seen("coordinator")]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await seen("foreignCoordinator")).toBe(false);
  }));

test("who leaves the town leaves the proposal without a name", () =>
  town(async (world) => {
    const process = await processIn(world.as("coordinator"));
    const { id } = made(await addProposal(world.as("volunteer"), process, bench));
    await forgetAuthor(world.as("system"), world.cast.volunteer.id);
    expect(await listAuthors(world.as("coordinator"), [id])).toEqual([]);
    expect(await findProposalById(world.as("visitor"), id)).toBeDefined();
  }));
