import { expect, test } from "vitest";
import { readReceipt } from "#methods/ballot-receipt.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { town } from "#test/world.ts";
import { countBlanks } from "./queries.ts";

test("papers are printed once the ballot stands fast, each with a number that is kept in no order of the print", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const added = await addBallot(ctx, {
      title: "Die Halle",
      question: "Soll die Halle gestrichen werden?",
      words: "",
      rule: { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 },
      secrecy: "secret",
      electorate: "roll",
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: true,
      opensAt: world.now,
      closesAt: new Date(+world.now + 86_400_000),
    });
    if (!added.ok) throw new Error(added.because);
    const { id } = added.value;
    const print = (anzahl: string) =>
      world.request("POST", paths.blanks(id), { as: "coordinator", form: { anzahl } });
    expect((await print("3")).status).toBe(409);
    await announceBallot(ctx, id);
    expect((await print("201")).status).toBe(422);
    expect((await print("0")).status).toBe(422);
    expect(await countBlanks(ctx, id)).toBe(0);
    const sample = await world.request("GET", `${paths.blanks(id)}/muster.pdf`, { as: "coordinator" });
    expect(sample.headers.get("content-type")).toBe("application/pdf");
    expect(await countBlanks(ctx, id)).toBe(0);
    const printed = await print("3");
    expect(printed.headers.get("content-type")).toBe("application/pdf");
    expect(printed.headers.get("cache-control")).toBe("no-store");
    const pdf = Buffer.from(await printed.arrayBuffer()).toString("latin1");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    expect(pdf).toContain("/MarkInfo");
    const { rows } = await world.sql("select receipt from ballot_blanks where ballot_id = $1 order by ctid", [
      id,
    ]);
    const receipts = rows.map(({ receipt }) => String(receipt));
    expect(receipts).toHaveLength(3);
    expect(receipts).toEqual(receipts.toSorted());
    for (const receipt of receipts) expect(readReceipt(receipt)).toBe(receipt);
    const page = await world.request("GET", paths.blanks(id), { as: "coordinator" });
    expect(await page.text()).toContain("Bisher wurden 3 Stimmzettel gedruckt.");
  }));
