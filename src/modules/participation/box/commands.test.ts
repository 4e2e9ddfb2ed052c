import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { countRoll, listVoters } from "#modules/participation/roll/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { town } from "#test/world.ts";
import { castBallot, mixBox } from "./commands.ts";
import { listSheets } from "./queries.ts";

let house: Committed;
beforeAll(async () => {
  house = await openCommitted();
});
afterAll(() => house.close());

const hour = 3_600_000;
const fresh = () => makeReceipt(randomBytes(receiptBytes));

const opened = (voters: number) =>
  house.at(house.first, async (ctx) => {
    const added = await addBallot(ctx, {
      title: "Neue Bänke",
      question: "Sollen Bänke her?",
      words: "",
      rule: { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 },
      secrecy: "secret",
      electorate: "roll",
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: false,
      opensAt: new Date(+ctx.now - hour),
      closesAt: new Date(+ctx.now + hour),
    });
    if (!added.ok) throw new Error(added.because);
    const { id } = added.value;
    const names = Array.from({ length: voters }, (_, index) => ({ name: `Mensch ${index}` }));
    await addVoters(ctx, id, names);
    const announced = await announceBallot(ctx, id);
    if (!announced.ok) throw new Error(announced.because);
    return { id, voters: (await listVoters(ctx, id)).map((voter) => voter.id) };
  });

test("two sheets of one voter at the same moment: one falls into the box", async () => {
  const { id, voters } = await opened(1);
  const [voter] = voters;
  if (!voter) throw new Error("nobody on the roll");
  const outcomes = await Promise.all(
    (["yes", "no"] as const).map((answer) =>
      house.at(house.first, (ctx) =>
        castBallot(ctx, { ballot: id, voter, marks: { [answer]: 1 }, receipt: fresh() }),
      ),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, because: "voted" });
  await house.at(house.first, async (ctx) => {
    expect(await listSheets(ctx, id)).toHaveLength(1);
    expect(await countRoll(ctx, id)).toMatchObject({ online: 1 });
  });
});

test("the same sheet sent again at the same moment is one sheet, acknowledged each time", async () => {
  const { id, voters } = await opened(1);
  const [voter] = voters;
  if (!voter) throw new Error("nobody on the roll");
  const receipt = fresh();
  const sheet = { ballot: id, voter, marks: { yes: 1 }, receipt };
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => house.at(house.first, (ctx) => castBallot(ctx, sheet))),
  );
  expect(outcomes).toEqual([1, 2, 3].map(() => ({ ok: true, value: { receipt } })));
  await house.at(house.first, async (ctx) => expect(await listSheets(ctx, id)).toHaveLength(1));
});

test("while votes fall in, the box is mixed and closed by the clock: each acknowledged sheet is there, once", async () => {
  const { id, voters } = await opened(20);
  const end = new Date(Date.now() + hour);
  const casts = voters.map((voter, index) =>
    house.at(
      house.first,
      (ctx) => castBallot(ctx, { ballot: id, voter, marks: { yes: 1 }, receipt: fresh() }),
      index % 4 === 3 ? { now: new Date(+end + 1_000) } : {},
    ),
  );
  const mixing = [1, 2].map(() => house.at(house.first, (ctx) => mixBox(ctx, id)));
  const [outcomes] = await Promise.all([Promise.all(casts), Promise.all(mixing)]);
  const late = outcomes.filter((outcome) => !outcome.ok && outcome.because === "notOpen");
  expect(late).toHaveLength(5);
  await house.at(house.first, async (ctx) => {
    const receipts = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.receipt] : []));
    const sheets = await listSheets(ctx, id);
    expect(sheets.map(({ receipt }) => receipt)).toEqual(receipts.toSorted());
    expect(await countRoll(ctx, id)).toMatchObject({ entitled: 20, online: 15 });
  });
});

test("no receipt of somebody else, no mark off the list, and nothing of another town", async () => {
  const { id, voters } = await opened(2);
  const [first, second] = voters;
  if (!first || !second) throw new Error("nobody on the roll");
  const receipt = fresh();
  const sheet = { ballot: id, marks: { yes: 1 }, receipt };
  await house.at(house.first, async (ctx) => {
    const wrong = await castBallot(ctx, { ...sheet, voter: first, marks: { maybe: 1 } });
    expect(wrong).toEqual({ ok: false, because: "marks" });
    expect(await castBallot(ctx, { ...sheet, voter: first })).toMatchObject({ ok: true });
    expect(await castBallot(ctx, { ...sheet, voter: second })).toEqual({
      ok: false,
      because: "receiptTaken",
    });
    const changed = await castBallot(ctx, { ...sheet, voter: first, marks: { no: 1 } });
    expect(changed).toEqual({ ok: false, because: "receiptTaken" });
  });
  const elsewhere = house.at(house.second, (ctx) => castBallot(ctx, { ...sheet, voter: second }));
  await expect(elsewhere).rejects.toThrow();
});

test("no column of the box leads to a voter or a person, and none tells a moment", () =>
  town(async (world) => {
    const { rows } = await world.sql(
      `select column_name as name, data_type as type from information_schema.columns
       where table_name = 'ballot_sheets' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      "ballot_id",
      "id",
      "invalid",
      "marks",
      "pile_id",
      "place_id",
      "receipt",
      "secrecy",
      "voter_name",
      "way",
    ]);
    expect(rows.filter(({ type }) => /time|date/u.test(String(type)))).toEqual([]);
    const { rows: keys } = await world.sql(
      `select confrelid::regclass::text as leads from pg_constraint
       where conrelid = 'ballot_sheets'::regclass and contype = 'f' order by 1`,
    );
    expect(keys.map(({ leads }) => leads)).toEqual(["ballot_piles", "ballots", "places"]);
    const { rows: roll } = await world.sql(
      `select column_name as name from information_schema.columns
       where table_name = 'ballot_voters' and (column_name like '%receipt%' or column_name like '%sheet%')`,
    );
    expect(roll).toEqual([]);
    await expect(
      world.sql("select 1 from ballot_sheets s join ballot_voters v on v.id = s.id limit 1"),
    ).resolves.toMatchObject({ rows: [] });
  }));
