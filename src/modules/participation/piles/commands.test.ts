import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Outcome } from "#core/outcome.ts";
import type { BallotRule } from "#methods/ballot.ts";
import { closeBallot, openBallot } from "#modules/participation/ballot-course/commands.ts";
import { addBallot, announceBallot, drawLots, setOptions } from "#modules/participation/ballots/commands.ts";
import { findBallot, listOptions, optionsOf } from "#modules/participation/ballots/queries.ts";
import { addBlanks } from "#modules/participation/blanks/commands.ts";
import { listSheets } from "#modules/participation/box/queries.ts";
import { town, type World } from "#test/world.ts";
import { addPile, beginSecond, changeTotal, dropPile, typeLine } from "./commands.ts";
import { differencesIn, findPile, listLines, readSheet } from "./queries.ts";

const day = 86_400_000;

const ok = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const approval: BallotRule = { kind: "approval", paper: "approval", seats: 1, most: 2 };

/** A ballot that is over, with eight papers that were printed while it was announced. */
const closed = async (world: World, rule: BallotRule = approval) => {
  const ctx = world.as("coordinator");
  const { id } = ok(
    await addBallot(ctx, {
      title: "Name der Halle",
      question: "Wie soll die Halle heißen?",
      words: "",
      rule,
      secrecy: "secret",
      electorate: "roll",
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: true,
      opensAt: world.now,
      closesAt: new Date(+world.now + day),
    }),
  );
  ok(
    await setOptions(
      ctx,
      id,
      ["a", "b", "c"].map((key) => ({ key, title: `Halle ${key}` })),
    ),
  );
  ok(await drawLots(ctx, id, "7 13 21"));
  ok(await announceBallot(ctx, id));
  const receipts = ok(await addBlanks(ctx, id, 8));
  ok(await openBallot(ctx, id));
  const later = world.as("coordinator", { now: new Date(+world.now + day + 1) });
  return { ctx, later, id, receipts, close: () => closeBallot(later, id).then(ok) };
};

type Ballot = Awaited<ReturnType<typeof closed>>;

const marked = async (ctx: Context, id: Ballot["id"], fields: Readonly<Record<string, string>>) => {
  const sheet = readSheet(approval, optionsOf(await listOptions(ctx, id)), fields);
  if ("why" in sheet) throw new Error(sheet.why);
  return sheet.reading;
};

test("paper is counted only after the close, twice, and lies in the box when both counts agree", () =>
  town(async (world) => {
    const { later: ctx, ctx: before, id, receipts, close } = await closed(world);
    expect(await addPile(before, id, { sheets: 2, firstName: "Marie" })).toMatchObject({
      because: "notClosed",
    });
    await close();
    const pile = ok(await addPile(ctx, id, { sheets: 2, firstName: "Marie" }));
    const one = await marked(ctx, id, { nummer: receipts[0] ?? "", kreuze: "1 3" });
    const two = await marked(ctx, id, { nummer: receipts[1] ?? "", kreuze: "0" });
    expect(ok(await typeLine(ctx, id, pile, { counting: 1, line: 1, reading: one }))).toBe("first");
    expect(await beginSecond(ctx, id, pile, "Paul")).toMatchObject({ because: "unfinished" });
    expect(ok(await typeLine(ctx, id, pile, { counting: 1, line: 2, reading: two }))).toBe("first");
    expect(await typeLine(ctx, id, pile, { counting: 2, line: 1, reading: one })).toMatchObject({
      because: "agreed",
    });
    expect(await beginSecond(ctx, id, pile, "marie")).toMatchObject({ because: "sameName" });
    ok(await beginSecond(ctx, id, pile, "Paul"));
    // Another order is no difference: sheets are found again by their number.
    expect(ok(await typeLine(ctx, id, pile, { counting: 2, line: 1, reading: two }))).toBe("second");
    expect(await listSheets(ctx, id)).toEqual([]);
    expect(ok(await typeLine(ctx, id, pile, { counting: 2, line: 2, reading: one }))).toBe("agreed");
    const sheets = await listSheets(ctx, id);
    expect(sheets.map(({ receipt }) => receipt)).toEqual([receipts[0], receipts[1]].toSorted());
    expect(sheets.find(({ receipt }) => receipt === receipts[1])).toMatchObject({
      marks: {},
      way: "paper",
      invalid: false,
    });
    expect(await dropPile(ctx, id, pile)).toMatchObject({ because: "agreed" });
    expect(await changeTotal(ctx, id, pile, 3)).toMatchObject({ because: "agreed" });
  }));

test("where two counters differ nothing is counted until the sheet was looked at again", () =>
  town(async (world) => {
    const { later: ctx, id, receipts, close } = await closed(world);
    await close();
    const pile = ok(await addPile(ctx, id, { sheets: 2, firstName: "Marie" }));
    const nummer = receipts[0] ?? "";
    const read = (kreuze: string) => marked(ctx, id, { nummer, kreuze });
    const foreign = await marked(ctx, id, { nummer: "", grund: "foreign" });
    ok(await typeLine(ctx, id, pile, { counting: 1, line: 1, reading: await read("1") }));
    ok(await typeLine(ctx, id, pile, { counting: 1, line: 2, reading: foreign }));
    ok(await beginSecond(ctx, id, pile, "Paul"));
    ok(await typeLine(ctx, id, pile, { counting: 2, line: 1, reading: await read("2") }));
    const state = ok(await typeLine(ctx, id, pile, { counting: 2, line: 2, reading: foreign }));
    expect(state).toBe("differs");
    const differences = differencesIn(await listLines(ctx, pile));
    expect(differences).toHaveLength(1);
    expect(differences[0]?.first?.receipt).toBe(nummer);
    expect(await listSheets(ctx, id)).toEqual([]);
    expect(ok(await typeLine(ctx, id, pile, { counting: 2, line: 1, reading: await read("1") }))).toBe(
      "agreed",
    );
    const sheets = await listSheets(ctx, id);
    expect(sheets.filter(({ invalid }) => invalid)).toHaveLength(1);
    expect(sheets).toHaveLength(2);
  }));

test("a number that was never printed, lies in the box or was typed already is refused", () =>
  town(async (world) => {
    const { later: ctx, id, receipts, close } = await closed(world);
    await close();
    const pile = ok(await addPile(ctx, id, { sheets: 2, firstName: "Marie" }));
    const own = await marked(ctx, id, { nummer: receipts[0] ?? "", kreuze: "1" });
    const type = (line: number, reading = own) => typeLine(ctx, id, pile, { counting: 1, line, reading });
    const other = await closed(world);
    const strange = { ...own, receipt: other.receipts[0] ?? "" };
    expect(await type(1, strange)).toMatchObject({ because: "unprinted" });
    ok(await type(1));
    expect(await type(2)).toMatchObject({ because: "inPile" });
    expect(await type(3)).toMatchObject({ because: "line" });
    ok(await changeTotal(ctx, id, pile, 1));
    ok(await beginSecond(ctx, id, pile, "Paul"));
    expect(ok(await typeLine(ctx, id, pile, { counting: 2, line: 1, reading: own }))).toBe("agreed");
    const next = ok(await addPile(ctx, id, { sheets: 1, firstName: "Marie" }));
    expect(await typeLine(ctx, id, next, { counting: 1, line: 1, reading: own })).toMatchObject({
      because: "inBox",
    });
    expect((await findPile(ctx, id, next))?.number).toBe(2);
    expect(await findBallot(world.as("foreignCoordinator"), id)).toBeUndefined();
  }));

test("what is typed is read as strictly as what is voted online", () => {
  const options = ["a", "b", "c"].map((id) => ({ id, title: id }));
  const receipt = "0000-0000-0000";
  const read = (fields: Readonly<Record<string, string>>, rule: BallotRule = approval) =>
    readSheet(rule, options, { nummer: receipt, ...fields });
  expect(read({ kreuze: "1, 3" })).toMatchObject({ reading: { marks: { a: 1, c: 1 } } });
  expect(read({ kreuze: "1 2 3" })).toMatchObject({ why: "marks", problem: { kind: "tooMany" } });
  expect(read({ kreuze: "4" })).toMatchObject({ why: "notANumber" });
  expect(read({ kreuze: "1 1" })).toMatchObject({ why: "notANumber" });
  expect(read({ kreuze: "" })).toMatchObject({ why: "marksMissing" });
  expect(read({ kreuze: "1", nummer: "0000-0000-0001" })).toMatchObject({ why: "receiptWrong" });
  expect(read({ grund: "tooMany" })).toMatchObject({ reading: { invalid: true, marks: {} } });
  const points: BallotRule = { kind: "points", paper: "points", seats: 1, points: 5, mostEach: 3 };
  expect(read({ o1: "3", o2: "0", o3: "2" }, points)).toMatchObject({ reading: { marks: { a: 3, c: 2 } } });
  expect(read({ o1: "3", o2: "3" }, points)).toMatchObject({ why: "marks" });
  expect(read({}, points)).toMatchObject({ why: "marksMissing" });
  expect(read({ leer: "on" }, points)).toMatchObject({ reading: { marks: {} } });
  const consensing: BallotRule = { kind: "consensing", paper: "resistance", passive: "c", needed: 50 };
  expect(read({ o1: "0", o3: "10" }, consensing)).toMatchObject({ reading: { marks: { a: 0, c: 10 } } });
  const yesNo: BallotRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 };
  expect(read({ kreuze: "2" }, yesNo)).toMatchObject({ reading: { marks: { b: 1 } } });
  expect(read({ kreuze: "1 2" }, yesNo)).toMatchObject({ why: "marks", problem: { kind: "several" } });
});
