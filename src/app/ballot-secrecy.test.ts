import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { closeBallot } from "#modules/participation/ballot-course/commands.ts";
import { makeVotingCodes } from "#modules/participation/ballot-letters/commands.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { mixBox } from "#modules/participation/box/commands.ts";
import { forgetMoments, markVoter } from "#modules/participation/counter/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { inside } from "#test/server.ts";
import { houseOn, requestOf } from "#test/world.ts";

let stage: Committed;
beforeAll(async () => {
  stage = await openCommitted();
}, 60_000);
afterAll(() => stage.close());

const hour = 3_600_000;
const now = new Date("2026-11-24T09:00:00Z");
const people = 12;

type Ballot = { readonly id: Id<"ballot">; readonly slug: string; readonly codes: readonly string[] };

const open = (): Promise<Ballot> =>
  stage.at(
    stage.first,
    async (ctx) => {
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
        opensAt: new Date(+now - hour),
        closesAt: new Date(+now + 8 * hour),
      });
      if (!added.ok) throw new Error(added.because);
      const { id, slug } = added.value;
      await announceBallot(ctx, id);
      await addVoters(
        ctx,
        id,
        Array.from({ length: people + 1 }, (_, n) => ({ name: `Wählerin ${n}` })),
      );
      const rows = await ctx.db.selectFrom("ballotVoters").select("id").orderBy("number").execute();
      const codes = await makeVotingCodes(
        ctx,
        id,
        rows.map((row) => row.id),
      );
      const last = rows.at(-1);
      if (last) await markVoter(ctx, id, last.id, "counter");
      return { id, slug, codes: [...codes.values()].slice(0, people) };
    },
    { now, actor: stage.cast.coordinator },
  );

/** One after the other, a minute apart, each in a transaction of their own, through the whole house. */
const voteAll = async ({ slug, codes }: Ballot): Promise<readonly string[]> => {
  const receipts: string[] = [];
  let clock = now;
  const house = houseOn(stage.db, () => clock);
  for (const [n, code] of codes.entries()) {
    clock = new Date(+now + n * 60_000);
    const quittung = makeReceipt(randomBytes(receiptBytes));
    const form = { wahl: n % 3 ? "yes" : "no", quittung, schritt: "abstimmen", _key: `formular-${code}` };
    const headers = { cookie: `stimmcode=${code}` };
    const reply = await house.request(requestOf(stage, "POST", paths.sheet(slug), { form, headers }));
    expect(reply.status).toBe(200);
    receipts.push(quittung);
  }
  return receipts;
};

type Row = Readonly<Record<string, unknown>>;

/** With the rights of the owner of the database, past every fence. */
const sql = async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
  inside(stage.connection, async (client) => (await client.query<Row>(text, [...values])).rows);

const tables = async (): Promise<readonly string[]> =>
  (
    await sql(
      "select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('public', 'jobs')",
    )
  ).map(({ t }) => String(t));

/** Every table in which one of these words stands, wherever in the row. */
const tablesWith = async (words: readonly string[]): Promise<readonly string[]> => {
  const hits: string[] = [];
  for (const table of await tables()) {
    const rows = await sql(
      `select 1 from ${table} t where exists (
         select from unnest($1::text[]) w where to_jsonb(t)::text like '%' || w || '%') limit 1`,
      [words],
    );
    if (rows.length > 0) hits.push(table);
  }
  return hits;
};

test("with every right on the database nobody finds out who put which sheet into the box", async () => {
  const ballot = await open();
  const receipts = await voteAll(ballot);
  await stage.at(stage.first, (ctx) => forgetMoments(ctx), { now: new Date(+now + 3 * hour) });
  await stage.at(stage.first, (ctx) => mixBox(ctx, ballot.id), { now: new Date(+now + 3 * hour) });

  // A receipt stands in the box and nowhere else; a code stands nowhere, only its hash beside the voter.
  expect(await tablesWith(receipts)).toEqual(["public.ballot_sheets"]);
  expect(await tablesWith(ballot.codes)).toEqual([]);

  // No column of the box leads to the roll: no value stands in both but town, ballot and "online".
  const sheets = await sql("select to_jsonb(s) as row from ballot_sheets s where ballot_id = $1", [
    ballot.id,
  ]);
  const voters = await sql("select to_jsonb(v) as row from ballot_voters v where ballot_id = $1", [
    ballot.id,
  ]);
  const valuesOf = (rows: readonly Row[]) =>
    new Set(rows.flatMap(({ row }) => Object.values(row as Row).map((value) => JSON.stringify(value))));
  const shared = [...valuesOf(sheets)].filter((value) => valuesOf(voters).has(value));
  const harmless = new Set(
    [ballot.id, stage.first.id, "online", false, null].map((one) => JSON.stringify(one)),
  );
  expect(shared.filter((value) => !harmless.has(value))).toEqual([]);

  // No moment is left in either, and no table names one of the sheets or voters with one.
  for (const { row } of [...sheets, ...voters]) expect(JSON.stringify(row)).not.toMatch(/\d\d:\d\d/u);
  const ids = [...sheets, ...voters].map(({ row }) => String((row as Row)["id"]));
  expect((await tablesWith(ids)).toSorted()).toEqual([
    "public.ballot_codes",
    "public.ballot_sheets",
    "public.ballot_voters",
  ]);

  // Neither the place on the disk nor the number of the transaction tells when a row came.
  for (const table of ["ballot_sheets", "ballot_voters"]) {
    const rows = await sql(`select id, xmin::text as x from ${table} where ballot_id = $1 order by ctid`, [
      ballot.id,
    ]);
    expect(new Set(rows.map(({ x }) => x)).size, table).toBe(1);
    const order = rows.map(({ id }) => String(id));
    expect(order, table).toEqual(order.toSorted());
  }

  // What was written down of the voting: nothing, neither as an event nor as a form that was sent.
  const trace = await sql(
    "select name from events where name like 'ballot%' or name like 'roll%' order by 1",
  );
  expect(trace.map(({ name }) => name)).toEqual(["ballot.added", "ballot.announced", "roll.changed"]);
  expect(
    await sql("select from submissions where address like $1", [`${paths.ballot(ballot.slug)}%`]),
  ).toEqual([]);
  expect(await sql("select from mails")).toEqual([]);
  expect(await sql("select from notices")).toEqual([]);
  const closed = new Date(+now + 9 * hour);
  await stage.at(stage.first, (ctx) => closeBallot(ctx, ballot.id), {
    now: closed,
    actor: stage.cast.coordinator,
  });
  expect(await tablesWith(receipts)).toEqual(["public.ballot_sheets"]);
});
