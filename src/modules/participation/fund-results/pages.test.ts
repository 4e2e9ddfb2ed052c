import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { storeDocument } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import type { Marks, SharesRule } from "#methods/ballot.ts";
import { makeReceipt } from "#methods/ballot-receipt.ts";
import { countGreedy, countShares } from "#methods/equal-shares.ts";
import { recommended } from "#modules/participation/funds/queries.ts";
import { visibleText } from "#test/forms.ts";
import { town } from "#test/world.ts";

const projects = [
  ["Nistkästen und Blühstreifen", 950_00],
  ["Notenpulte für den Chor", 600_00],
  ["Zweisprachige Wegweiser", 1_400_00],
  ["Werkbank für das Reparaturcafé", 1_800_00],
  ["Handlauf am Teichweg", 2_600_00],
  ["Fahrdienst am Wochenende", 4_200_00],
  ["Schattenplätze auf dem Schulhof", 3_900_00],
  ["Defibrillator am Sportplatz", 2_100_00],
  ["Jugendraum: Boden und Licht", 4_500_00],
  ["Sommerbühne am Boulevard", 6_800_00],
  ["Pumptrack hinter der Eishalle", 21_000_00],
  ["Brunnen ohne Wasser", 300_00],
] as const;

const wishes = [
  [1, 0, 2],
  [3, 4, 5],
  [2, 3, 4, 5],
  [6, 5, 4],
  [8, 10, 9],
  [6, 7],
  [0, 4, 9],
  [5, 8],
  [10, 8],
  [3, 0, 6],
] as const;

const options = projects.map(([title, cost], index) => ({ id: String(index + 1), title, cost }));
const people = 200;
const sheets = Array.from({ length: people }, (_, voter) => ({
  receipt: makeReceipt(Uint8Array.from([voter % 32, voter >> 5, 3, 1, 4, 1, 5, 9, 2, 6, (voter * 7) % 32])),
  marks: Object.fromEntries(
    (voter % 40 === 39 ? [] : (wishes[(voter * 7 + (voter >> 3)) % wishes.length] ?? [])).map((index) => [
      String(index + 1),
      1,
    ]),
  ) as Marks,
}));
const marks = sheets.map((sheet) => sheet.marks);
const shares: SharesRule = { ...recommended, budget: 20_000_00, leastVotes: 5 };
const tally = countShares(options, marks, shares);

type Told = { readonly rule: object; readonly tally: { readonly kind: string } };

const addProcess = async (ctx: Context, slug: string) =>
  (
    await ctx.db
      .insertInto("processes")
      .values({
        slug,
        template: "fund",
        title: "Bürgerfonds 2026",
        question: "Was soll hier schöner werden?",
        openWords: "Wofür.",
        deciderWords: "Alle.",
        decidedWords: "Wie viel.",
        state: "published",
        publishedAt: ctx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow()
  ).id;

/** A fund whose ballot is published with this result, and one sheet that does not count. */
const addFund = async (ctx: Context, slug: string, told: Told | null) => {
  const process = await addProcess(ctx, slug);
  const ballot = await ctx.db
    .insertInto("ballots")
    .values({
      processId: process,
      slug: `${slug}-abstimmung`,
      title: "Bürgerfonds 2026",
      question: "Welche?",
      rule: JSON.stringify(told?.rule ?? shares),
      opensAt: new Date(ctx.now.getTime() - 2e9),
      closesAt: new Date(ctx.now.getTime() - 1e9),
      state: "closed",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("ballotOptions")
    .values(
      options.map(({ id, title, cost }, position) => ({
        ballotId: ballot.id,
        key: id,
        title,
        costCents: cost,
        position,
      })),
    )
    .execute();
  await ctx.db
    .insertInto("ballotSheets")
    .values(
      [
        ...sheets.map((sheet) => ({ ...sheet, invalid: false })),
        { receipt: makeReceipt(new Uint8Array(11).fill(9)), marks: { "1": 1 }, invalid: true },
      ].map(({ marks: filled, ...sheet }) => ({
        ...sheet,
        ballotId: ballot.id,
        secrecy: "secret" as const,
        marks: JSON.stringify(filled),
        way: "paper" as const,
      })),
    )
    .execute();
  await ctx.db
    .insertInto("funds")
    .values({
      processId: process,
      ballotId: ballot.id,
      budgetCents: shares.budget,
      mostCostCents: 30_000_00,
      rule: JSON.stringify(told?.rule ?? shares),
      sourceWords: "Beschluss des Stadtrats vom 8. Oktober 2026.",
      decidedAt: told ? ctx.now : null,
    })
    .execute();
  if (told) await publish(ctx, ballot.id, told);
};

const publish = async (ctx: Context, ballot: Id<"ballot">, told: Told): Promise<void> => {
  const fileId = await storeDocument(ctx, {
    name: "stimmzettel.json",
    mediaType: "application/json",
    bytes: Buffer.from("{}"),
  });
  await ctx.db
    .updateTable("ballots")
    .set({ state: "published", tally: JSON.stringify(told.tally), seal: "0", fileId, publishedAt: ctx.now })
    .where("id", "=", ballot)
    .execute();
};

const path = "/beteiligung/fonds-2026/ergebnis";

test("everybody reads what is funded in which round, what each paid, and why something is not", () =>
  town(async (world) => {
    await addFund(world.as("coordinator"), "fonds-2026", { rule: shares, tally });
    const reply = await world.request("GET", path);
    expect(reply.status).toBe(200);
    const html = await reply.text();
    const text = visibleText(html);
    expect(text).toContain(`${tally.winners.length} von ${options.length} Vorhaben werden gefördert`);
    expect(text).toContain("200 Menschen haben abgestimmt. Im Topf waren 20.000");
    expect(text).toContain("Runde 1");
    expect(text).toMatch(/Menschen dafür, jede und jeder zahlt höchstens \d+,\d\d\s€/u);
    expect(text).toContain("Niemand hat es angekreuzt.");
    expect(text).toContain("Es kostet mehr, als im ganzen Topf war.");
    expect(text).toMatch(/Die \d+ Menschen dafür hatten zusammen noch|Mit 1\s€ mehr je Stimme/u);
    expect(text).toContain("Beschluss des Stadtrats vom 8. Oktober 2026.");
    expect(html).toContain("/beteiligung/abstimmungen/fonds-2026-abstimmung/nachrechnen");
    expect((await world.request("GET", path, { town: "second" })).status).toBe(404);
  }));

test("whoever types a receipt sees where the money of that sheet went, however it is typed", () =>
  town(async (world) => {
    await addFund(world.as("coordinator"), "fonds-2026", { rule: shares, tally });
    const sheet = sheets.find((one) => Object.keys(one.marks).length === 4);
    if (!sheet) throw new Error("no sheet of four");
    const typed = sheet.receipt.toLowerCase().replaceAll("-", " ");
    const text = visibleText(
      await (await world.request("GET", `${path}?quittung=${encodeURIComponent(typed)}`)).text(),
    );
    expect(text).toContain(
      `Stimmzettel ${sheet.receipt.replaceAll("-", "\u2011")}. Er hat 4 Vorhaben angekreuzt.`,
    );
    expect(text).toContain("nicht ausgegeben");
    const empty = sheets[39]?.receipt;
    expect(visibleText(await (await world.request("GET", `${path}?quittung=${empty}`)).text())).toContain(
      "ist nichts angekreuzt",
    );
    const invalid = makeReceipt(new Uint8Array(11).fill(9));
    expect(visibleText(await (await world.request("GET", `${path}?quittung=${invalid}`)).text())).toContain(
      "zählt nicht",
    );
    for (const wrong of ["abc", makeReceipt(new Uint8Array(11).fill(77))]) {
      const reply = await world.request("GET", `${path}?quittung=${wrong}`);
      expect([wrong, reply.status]).toEqual([wrong, 422]);
      const html = await reply.text();
      expect(visibleText(html)).toContain("Unter dieser Nummer liegt kein Stimmzettel.");
      expect(html).toContain(`value="${wrong}"`);
    }
  }));

test("before the result is published nobody sees a count, and a process without a fund has no such page", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    await addFund(ctx, "fonds-2026", null);
    for (const who of ["visitor", "coordinator"] as const) {
      const text = visibleText(await (await world.request("GET", path, { as: who })).text());
      expect(text).toContain("Noch gibt es kein Ergebnis");
      expect(text).not.toContain("Runde 1");
    }
    await addProcess(ctx, "ohne-topf");
    expect((await world.request("GET", "/beteiligung/ohne-topf/ergebnis")).status).toBe(404);
  }));

test("a fund that goes by a list says so, without purses", () =>
  town(async (world) => {
    const rule = { kind: "greedy", paper: "approval", budget: 20_000_00, leastVotes: 0, most: 0 } as const;
    await addFund(world.as("coordinator"), "fonds-2026", { rule, tally: countGreedy(options, marks, rule) });
    const text = visibleText(await (await world.request("GET", path)).text());
    expect(text).toContain("nach Stimmen");
    expect(text).toMatch(/Als es an der Reihe war, waren nur noch .+ im Topf/u);
    expect(text).not.toContain("Quittungsnummer");
  }));

test("where the comparison decided for the list, the page says how many were better off", () =>
  town(async (world) => {
    const rule = { ...shares, comparison: true };
    const compared = { ...countShares(options, marks, rule), taken: "greedy" as const };
    await addFund(world.as("coordinator"), "fonds-2026", { rule, tally: compared });
    const text = visibleText(await (await world.request("GET", path)).text());
    expect(text).toContain(`waren ${compared.greedy.better} Menschen besser dran`);
  }));
