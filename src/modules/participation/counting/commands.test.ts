import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Outcome } from "#core/outcome.ts";
import type { BallotRule } from "#methods/ballot.ts";
import { readBallotFile } from "#methods/ballot-file.ts";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { checkSeal } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { closeBallot, openBallot } from "#modules/participation/ballot-course/commands.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { addBlanks } from "#modules/participation/blanks/commands.ts";
import { castBallot } from "#modules/participation/box/commands.ts";
import { markVoter, unmarkVoter } from "#modules/participation/counter/commands.ts";
import { addPile, beginSecond, typeLine } from "#modules/participation/piles/commands.ts";
import { reconcile } from "#modules/participation/reconciliation/commands.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { town, type World } from "#test/world.ts";
import { countBallot, publishBallot } from "./commands.ts";
import { countJob } from "./jobs.ts";
import { publishedBytes, tallyOf } from "./queries.ts";

const hour = 3_600_000;
const ok = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};
const rule: BallotRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 };

/** Three of six vote online, two on paper; then it is over. */
const voted = async (world: World) => {
  const ctx = world.as("coordinator");
  const { id } = ok(
    await addBallot(ctx, {
      title: "Die Halle",
      question: "Soll die Halle gestrichen werden?",
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
      closesAt: new Date(+world.now + 24 * hour),
      countsUntil: new Date(+world.now + 26 * hour),
    }),
  );
  ok(await announceBallot(ctx, id));
  ok(await openBallot(ctx, id));
  ok(
    await addVoters(
      ctx,
      id,
      Array.from({ length: 6 }, (_, n) => ({ name: `Wählerin ${n}` })),
    ),
  );
  const receipts = ok(await addBlanks(ctx, id, 4));
  const roll = await ctx.db
    .selectFrom("ballotVoters")
    .select("id")
    .where("ballotId", "=", id)
    .orderBy("number")
    .execute();
  const voter = (n: number): Id<"ballotVoter"> => {
    const row = roll[n];
    if (!row) throw new Error("no voter");
    return row.id;
  };
  for (const n of [0, 1, 2])
    ok(
      await castBallot(ctx, {
        ballot: id,
        voter: voter(n),
        marks: { [n === 0 ? "no" : "yes"]: 1 },
        receipt: makeReceipt(randomBytes(receiptBytes)),
      }),
    );
  ok(await markVoter(ctx, id, voter(3), "counter"));
  ok(await markVoter(ctx, id, voter(4), "letter"));
  const later = world.as("coordinator", { now: new Date(+world.now + 27 * hour) });
  ok(await closeBallot(later, id));
  return { ctx, later, id, receipts, voter };
};

/** Both counters read: one yes, one that does not count. */
const typed = async (ctx: Context, id: Id<"ballot">, receipts: readonly string[]) => {
  const pile = ok(await addPile(ctx, id, { sheets: 2, firstName: "Marie" }));
  const readings = [
    { receipt: receipts[0] ?? "", marks: { yes: 1 }, invalid: false, reason: null },
    { receipt: receipts[1] ?? "", marks: {}, invalid: true, reason: "named" as const },
  ];
  for (const counting of [1, 2] as const) {
    if (counting === 2) ok(await beginSecond(ctx, id, pile, "Paul"));
    for (const [index, reading] of readings.entries())
      ok(await typeLine(ctx, id, pile, { counting, line: index + 1, reading }));
  }
};

const signed = { unused: 2, firstName: "Marie", secondName: "Paul", words: "" };

test("nothing is counted before paper, roll and box agree and two have signed", () =>
  town(async (world) => {
    const { ctx, later, id, receipts, voter } = await voted(world);
    const during = world.as("coordinator", { now: new Date(+world.now + 25 * hour) });
    expect(await countBallot(during, id)).toMatchObject({ because: "letters" });
    expect(await reconcile(during, id, signed)).toMatchObject({ because: "letters" });
    expect(await countBallot(later, id)).toMatchObject({ because: "unsigned" });
    expect(await reconcile(later, id, signed)).toMatchObject({ because: "unexplained" });
    const pile = ok(await addPile(later, id, { sheets: 1, firstName: "Marie" }));
    expect(await reconcile(later, id, signed)).toMatchObject({ because: "piles" });
    expect(await countBallot(later, id)).toMatchObject({ because: "piles" });
    await later.db.deleteFrom("ballotPiles").where("id", "=", pile).execute();
    await typed(later, id, receipts);
    expect(await reconcile(later, id, { ...signed, secondName: "marie" })).toMatchObject({
      because: "sameName",
    });
    expect(await reconcile(later, id, { ...signed, unused: 5 })).toMatchObject({ because: "unused" });
    // Four were printed and two lie in the box: three cannot be left over.
    expect(await reconcile(later, id, { ...signed, unused: 3 })).toMatchObject({ because: "unexplained" });
    ok(await reconcile(later, id, signed));
    expect(await publishBallot(later, id)).toMatchObject({ because: "uncounted" });
    // A letter noted afterwards makes the signature old.
    ok(await markVoter(during, id, voter(5), "letter"));
    expect(await countBallot(later, id)).toMatchObject({ because: "outdated" });
    ok(await unmarkVoter(during, id, voter(5), "Umschlag war leer"));
    ok(await countBallot(later, id));
    expect(await markVoter(ctx, id, voter(5), "counter")).toMatchObject({ because: "notNow" });
  }));

test("a sceptic counts the published file again and comes to the same result and seal", () =>
  town(async (world) => {
    const { later, id, receipts } = await voted(world);
    await typed(later, id, receipts);
    ok(await reconcile(later, id, signed));
    ok(await countBallot(later, id));
    ok(await countBallot(later, id));
    const job = () =>
      countJob.reach((work) => work({ ...later, actor: { kind: "system" } }), { ballotId: id });
    await job();
    await job();
    const counted = await findBallot(later, id);
    if (!counted) throw new Error("no ballot");
    expect(counted).toMatchObject({ sheetCount: 4, entitledCount: 6, countingSince: null });
    expect(await publishedBytes(later, counted)).toBeUndefined();
    ok(await publishBallot(later, id));
    const ballot = await findBallot(later, id);
    if (!ballot) throw new Error("no ballot");
    const bytes = await publishedBytes(world.as("visitor"), ballot);
    const read = readBallotFile(Buffer.from(bytes ?? []).toString("utf8"));
    if (!read.ok) throw new Error(`${read.problem.because} ${read.problem.at}`);
    const { file, seal } = read.value;
    expect(file).toMatchObject({ entitled: 6, invalid: 1 });
    expect(file.sheets.map(({ receipt }) => receipt)).toContain(receipts[0]);
    expect(file.sheets.map(({ receipt }) => receipt)).not.toContain(receipts[1]);
    expect(checkSeal(file, seal)).toEqual({ ok: true });
    expect(seal.seal).toBe(ballot.seal);
    expect(tallyBallot(file)).toEqual(tallyOf(ballot));
    expect(tallyOf(ballot)).toMatchObject({ passed: true });
  }));

test("what is published stays: no sheet, option or number of it changes any more", () =>
  town(async (world) => {
    const { later, id, receipts } = await voted(world);
    await typed(later, id, receipts);
    ok(await reconcile(later, id, signed));
    ok(await countBallot(later, id));
    await countJob.reach((work) => work({ ...later, actor: { kind: "system" } }), { ballotId: id });
    ok(await publishBallot(later, id));
    for (const statement of [
      "update ballot_sheets set marks = '{}' where ballot_id = $1",
      "delete from ballot_sheets where ballot_id = $1",
      `insert into ballot_sheets (ballot_id, secrecy, receipt, marks, way)
       values ($1, 'secret', '0000-0000-0000', '{}', 'online')`,
      "update ballots set tally = '{}' where id = $1",
      "update ballots set state = 'closed' where id = $1",
      "update ballot_options set title = 'anders' where ballot_id = $1",
    ]) {
      await world.sql("savepoint before");
      await expect(world.sql(statement, [id]), statement).rejects.toThrow("the ballot is published");
      await world.sql("rollback to savepoint before");
    }
    expect(await publishBallot(later, id)).toMatchObject({ because: "published" });
    expect(await countBallot(later, id)).toMatchObject({ because: "published" });
    expect(await reconcile(later, id, signed)).toMatchObject({ because: "notClosed" });
  }));
