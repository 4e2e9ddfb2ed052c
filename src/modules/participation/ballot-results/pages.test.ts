import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { BallotRule, Marks } from "#methods/ballot.ts";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { sealOf } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { cancelBallot, closeBallot } from "#modules/participation/ballot-course/commands.ts";
import { addBallot, announceBallot } from "#modules/participation/ballots/commands.ts";
import { castBallot } from "#modules/participation/box/commands.ts";
import {
  beginCount,
  countBallot,
  finishCount,
  publishBallot,
} from "#modules/participation/counting/commands.ts";
import { reconcile } from "#modules/participation/reconciliation/commands.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { listVoters } from "#modules/participation/roll/queries.ts";
import { town, type World } from "#test/world.ts";

const hour = 3_600_000;
const rule: BallotRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 };
const votes: readonly Marks[] = [{ yes: 1 }, { yes: 1 }, { no: 1 }, {}];

/** A ballot on which four of five have voted; its time is over. */
const over = async (world: World, secrecy: "secret" | "named") => {
  const office = world.as("coordinator");
  const added = await addBallot(office, {
    title: "Neue Bänke",
    question: "Sollen Bänke her?",
    words: "",
    rule,
    secrecy,
    electorate: "roll",
    electorateWords: "",
    postcodes: [],
    leastAge: 0,
    takesOnline: true,
    takesPaper: false,
    opensAt: new Date(+world.now - hour),
    closesAt: new Date(+world.now + hour),
  });
  if (!added.ok) throw new Error(added.because);
  const { id, slug } = added.value;
  const names = ["Ada", "Ben", "Cleo", "Dirk", "Else"].map((name) => ({ name }));
  await addVoters(office, id, names);
  await announceBallot(office, id);
  const voters = await listVoters(office, id);
  const receipts = votes.map(() => makeReceipt(randomBytes(receiptBytes)));
  for (const [index, marks] of votes.entries()) {
    const voter = voters[index]?.id;
    const receipt = receipts[index] ?? "";
    if (!voter) throw new Error("nobody on the roll");
    const outcome = await castBallot(office, { ballot: id, voter, marks, receipt });
    expect(outcome).toMatchObject({ ok: true });
  }
  const later = world.as("coordinator", { now: new Date(+world.now + 2 * hour) });
  return { id, later, receipts, path: `/beteiligung/abstimmungen/${slug}` };
};

type Over = Awaited<ReturnType<typeof over>>;

const publish = async ({ id, later }: Over) => {
  expect(await closeBallot(later, id)).toMatchObject({ ok: true });
  const signed = { unused: 0, firstName: "Marie", secondName: "Uwe", words: "" };
  expect(await reconcile(later, id, signed)).toMatchObject({ ok: true });
  expect(await countBallot(later, id)).toMatchObject({ ok: true });
  const file = await beginCount(later, id);
  if (!file) throw new Error("nothing to count");
  await finishCount(later, id, file, { tally: tallyBallot(file), seal: sealOf(file) });
  expect(await publishBallot(later, id)).toMatchObject({ ok: true });
};

test("before it is published nobody learns anything; then everybody sees result, turnout and every receipt", () =>
  town(async (world) => {
    const ballot = await over(world, "secret");
    const { path, receipts } = ballot;
    const receipt = `${path}/quittung/${receipts[2]}`;
    const early = await world.request("GET", `${path}/ergebnis`, { as: "coordinator" });
    expect(early.headers.get("location")).toBe(path);
    expect(await (await world.request("GET", receipt)).text()).toContain("frühestens nach dem");
    await publish(ballot);
    const page = await (await world.request("GET", `${path}/ergebnis`)).text();
    expect(page).toContain("Angenommen: 2 Ja, 1 Nein, 0 Enthaltungen.");
    expect(page).toContain("1 Zettel war leer.");
    expect(page).toContain("von 5");
    for (const name of ["Ada", "Cleo"]) expect(page).not.toContain(name);
    const found = await (await world.request("GET", receipt)).text();
    expect(found).toContain("Dieser Zettel wurde gezählt.");
    expect(found).toContain("Nein");
    const guessed = makeReceipt(randomBytes(receiptBytes));
    const none = await world.request("GET", `${path}/quittung/${guessed}`);
    expect(await none.text()).toContain("Kein veröffentlichter Zettel trägt diese Quittung.");
    expect((await world.request("GET", `${path}/quittung/1234-5678-9ABC`)).status).toBe(404);
    expect((await world.request("GET", `${path}/ergebnis`, { town: "second" })).status).toBe(404);
  }));

test("a ballot that was held by name says who voted what", () =>
  town(async (world) => {
    const ballot = await over(world, "named");
    const before = await (await world.request("GET", ballot.path)).text();
    expect(before).toContain("Hier wird mit Namen abgestimmt");
    await publish(ballot);
    const page = await (await world.request("GET", `${ballot.path}/ergebnis`)).text();
    expect(page.replaceAll(/<[^>]+>/gu, " ")).toMatch(/Cleo\s+Nein/u);
    expect(page.replaceAll(/<[^>]+>/gu, " ")).toMatch(/Dirk\s+leer/u);
  }));

test("a published box stays as it is, and its ballot cannot be canceled", () =>
  town(async (world) => {
    const ballot = await over(world, "secret");
    await publish(ballot);
    expect(await cancelBallot(ballot.later, ballot.id, "Gefällt uns nicht")).toEqual({
      ok: false,
      because: "published",
    });
    await expect(
      world.sql(`update ballot_sheets set marks = '{"yes": 1}' where ballot_id = $1`, [ballot.id]),
    ).rejects.toThrow(/closed for ever/u);
  }));
