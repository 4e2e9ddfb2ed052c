import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { storeDocument } from "#core/files.ts";
import type { BallotFile, BallotRule, Marks } from "#methods/ballot.ts";
import { readBallotFile, writeBallotFile } from "#methods/ballot-file.ts";
import { makeReceipt } from "#methods/ballot-receipt.ts";
import { checkSeal, sealOf } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { readPabulib } from "#methods/pabulib-file.ts";
import { readBlt, readPrefLib, readyToCount } from "#methods/ranked-file.ts";
import { countStv } from "#methods/scottish-stv.ts";
import { fileOf } from "#modules/participation/counting/queries.ts";
import { recommended } from "#modules/participation/funds/queries.ts";
import { visibleText } from "#test/forms.ts";
import { town } from "#test/world.ts";

const fund: BallotRule = { ...recommended, budget: 1_000_00 };
const ranking: BallotRule = { kind: "stv", paper: "ranking", seats: 1 };
const options = [
  { key: "a", title: "=Bank; am See", costCents: 600_00 },
  { key: "b", title: "Baum", costCents: 300_00 },
  { key: "c", title: "Brunnen", costCents: 900_00 },
];
const receiptOf = (voter: number) => makeReceipt(Uint8Array.from({ length: 11 }, (_, at) => voter + at));
const approvals: readonly Marks[] = [{ a: 1, b: 1 }, { a: 1 }, { b: 1, c: 1 }, {}];
const ranks: readonly Marks[] = [{ a: 1, b: 2 }, { a: 1 }, { b: 1, c: 2 }, {}];

const addBallot = async (ctx: Context, rule: BallotRule, sheets: readonly Marks[]) => {
  const ballot = await ctx.db
    .insertInto("ballots")
    .values({
      slug: "was-zuerst",
      title: "Was zuerst?",
      question: "Was?",
      rule: JSON.stringify(rule),
      opensAt: new Date(ctx.now.getTime() - 2e9),
      closesAt: new Date(ctx.now.getTime() - 1e9),
      state: "closed",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("ballotOptions")
    .values(options.map((option, position) => ({ ...option, ballotId: ballot.id, position })))
    .execute();
  await ctx.db
    .insertInto("ballotSheets")
    .values(
      sheets.map((marks, voter) => ({
        ballotId: ballot.id,
        secrecy: "secret" as const,
        receipt: receiptOf(voter),
        marks: JSON.stringify(marks),
        way: "online" as const,
      })),
    )
    .execute();
  return ballot;
};

/** Counts and publishes as the house does. */
const publish = async (ctx: Context, ballot: Awaited<ReturnType<typeof addBallot>>): Promise<BallotFile> => {
  const file = await fileOf(ctx, ballot);
  const seal = sealOf(file);
  const text = writeBallotFile({ file, seal });
  const document = {
    name: "b.json",
    mediaType: "application/json",
    bytes: Buffer.from(text),
  } as const;
  const fileId = await storeDocument(ctx, document);
  await ctx.db
    .updateTable("ballots")
    .set({
      state: "published",
      tally: JSON.stringify(tallyBallot(file)),
      seal: seal.seal,
      fileId,
      publishedAt: ctx.now,
    })
    .where("id", "=", ballot.id)
    .execute();
  return file;
};

const at = "/beteiligung/abstimmungen/was-zuerst";

test("before the result is published there is no sheet, no count and no file, for the office neither", () =>
  town(async (world) => {
    await addBallot(world.as("coordinator"), fund, approvals);
    const page = visibleText(await (await world.request("GET", `${at}/nachrechnen`)).text());
    expect(page).toContain("Noch gibt es nichts nachzurechnen");
    for (const name of ["stimmzettel.json", "stimmzettel.csv", "stimmzettel.pb", "ergebnis.json"])
      for (const as of ["visitor", "coordinator"] as const)
        expect([name, (await world.request("GET", `${at}/daten/${name}`, { as })).status]).toEqual([
          name,
          404,
        ]);
  }));

test("whoever fetches the published files comes to the result of the house, with this program or another", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const file = await publish(ctx, await addBallot(ctx, fund, approvals));
    const get = async (name: string) => {
      const reply = await world.request("GET", `${at}/daten/${name}`);
      expect([name, reply.status]).toEqual([name, 200]);
      return reply.text();
    };
    const read = readBallotFile(await get("stimmzettel.json"));
    if (!read.ok) throw new Error(read.problem.because);
    expect(checkSeal(read.value.file, read.value.seal)).toEqual({ ok: true });
    const told = JSON.parse(await get("ergebnis.json"));
    expect(told.tally).toEqual(JSON.parse(JSON.stringify(tallyBallot(read.value.file))));
    expect(told.seal).toBe(read.value.seal.seal);
    const pb = readPabulib(new TextEncoder().encode(await get("stimmzettel.pb")));
    if (!pb.ok) throw new Error(pb.problem.kind);
    expect(pb.file.sheets.map(({ marks }) => marks)).toEqual(file.sheets.map(({ marks }) => marks));
    expect(pb.file.selected).toEqual(told.tally.winners.toSorted());
    const csv = await get("stimmzettel.csv");
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(5);
    for (const name of ["stimmzettel.blt", "stimmzettel.exe", "..%2Fergebnis.json"])
      expect((await world.request("GET", `${at}/daten/${name}`)).status).toBe(404);
    expect((await world.request("GET", `${at}/daten/stimmzettel.json`, { town: "second" })).status).toBe(404);
  }));

test("rankings are handed out as other programs read them", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    await publish(ctx, await addBallot(ctx, ranking, ranks));
    const get = async (name: string) => (await world.request("GET", `${at}/daten/${name}`)).text();
    const blt = readBlt(await get("stimmzettel.blt"));
    expect(blt).toMatchObject({ ok: true, value: { seats: 1, title: "Was zuerst?", blank: 1 } });
    const toc = readPrefLib(await get("stimmzettel.toc"));
    if (!toc.ok) throw new Error(toc.problem.because);
    expect(toc.value.sheets.reduce((sum, { weight }) => sum + weight, 0)).toBe(3);
    expect((await world.request("GET", `${at}/daten/stimmzettel.pb`)).status).toBe(404);
  }));

test("a tie that the list numbers broke is broken alike in the file for other programs", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const file = await publish(ctx, await addBallot(ctx, ranking, [{ a: 1 }, { b: 1 }, { c: 1 }]));
    const blt = readBlt(await (await world.request("GET", `${at}/daten/stimmzettel.blt`)).text());
    if (!blt.ok) throw new Error(blt.problem.because);
    const { options: list, sheets, seats } = readyToCount(blt.value);
    const [winner] = countStv(list, sheets, seats, 3).winners;
    expect(list.find(({ id }) => id === winner)?.title).toBe("=Bank; am See");
    expect(tallyBallot(file).winners).toEqual(["a"]);
  }));

test("the page names the seal, says how it works without it, and hands the script its words", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const file = await publish(ctx, await addBallot(ctx, fund, approvals));
    const html = await (await world.request("GET", `${at}/nachrechnen`)).text();
    expect(html).toContain(sealOf(file).seal);
    expect(html).toContain("anlaufstelle tally check was-zuerst-stimmzettel.json");
    expect(html).toContain("--utility cost --completion add1 --step 1 --then-by-votes");
    expect(html).toContain("kommt zum selben Ergebnis. Gerechnet hat es {ms} ms.");
  }));

test("a receipt leads to its sheet, however it is typed; a guessed one leads nowhere", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const ballot = await addBallot(ctx, fund, approvals);
    const typed = receiptOf(1).toLowerCase().replaceAll("-", "");
    expect((await world.request("GET", `/pruefen/${typed}`)).status).toBe(404);
    await publish(ctx, ballot);
    const reply = await world.request("GET", `/pruefen/${typed}`);
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe(`${at}/quittung/${receiptOf(1)}`);
    const asked = await world.request("GET", `/pruefen?quittung=${typed}`);
    expect(asked.status).toBe(303);
    for (const wrong of [receiptOf(77), "ABCD"]) {
      const missed = await world.request("GET", `/pruefen/${wrong}`);
      expect([wrong, missed.status]).toEqual([wrong, 404]);
      expect(visibleText(await missed.text())).toContain("Kein veröffentlichter Stimmzettel");
    }
    expect((await world.request("GET", `/pruefen/${typed}`, { town: "second" })).status).toBe(404);
    expect((await world.request("GET", "/pruefen")).status).toBe(200);
  }));
