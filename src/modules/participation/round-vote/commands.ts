import { createHash } from "node:crypto";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { instantAt } from "#core/local-time.ts";
import type { Outcome } from "#core/outcome.ts";
import type { Marks } from "#methods/ballot.ts";
import { makeReceipt } from "#methods/ballot-receipt.ts";
import { sealOf } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { closeBallot, openBallot } from "#modules/participation/ballot-course/commands.ts";
import { announceBallot, drawLots } from "#modules/participation/ballots/commands.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";
import { addBlanks } from "#modules/participation/blanks/commands.ts";
import { castBallot } from "#modules/participation/box/commands.ts";
import { forgetMoments, markVoter } from "#modules/participation/counter/commands.ts";
import {
  beginCount,
  countBallot,
  finishCount,
  publishBallot,
} from "#modules/participation/counting/commands.ts";
import { makeFundBallot } from "#modules/participation/fund-ballots/commands.ts";
import { addPile, beginSecond, typeLine } from "#modules/participation/piles/commands.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import { reconcile } from "#modules/participation/reconciliation/commands.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { listVoters, type VoterId } from "#modules/participation/roll/queries.ts";
import names from "./names.json" with { type: "json" };

/** What the weeks of the vote need to be told. */
export type VoteScene = {
  readonly process: ProcessId;
  /** The day so many days from today. */
  readonly day: (days: number) => string;
  readonly tell: <T>(days: number, work: (ctx: Context) => Promise<T>) => Promise<T>;
  /** How likely it is that somebody marks a project, by its key on the sheet. */
  readonly keys: ReadonlyMap<string, number>;
};

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the vote on the fund stopped: ${outcome.because}`);
  return outcome.value;
};

const entitled = 640;
const online = 247;
const onPaper = 165;
const printed = 200;

/** The same chance at every start, so that the town always decides the same. */
const chance = (...words: readonly (string | number)[]): number =>
  createHash("sha256").update(words.join(" ")).digest().readUInt32BE() / 2 ** 32;

const nameOf = (number: number): string => {
  const { first, last } = names;
  const one = first[Math.floor(chance("first", number) * first.length)];
  return `${one} ${last[Math.floor(chance("last", number) * last.length)]}`;
};

const announce = async (scene: VoteScene, ctx: Context): Promise<BallotId> => {
  const ballot = value(
    await makeFundBallot(ctx, scene.process, {
      secrecy: "secret",
      electorate: "roll",
      electorateWords:
        "Wer in Weißwasser wohnt und mindestens 14 Jahre alt ist. Ohne Internet: am Schalter oder mit dem Brief.",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: true,
      opensAt: instantAt(scene.day(-52)),
      closesAt: instantAt(scene.day(-30)),
      countsUntil: instantAt(scene.day(-28)),
    }),
  );
  value(await drawLots(ctx, ballot, "Lottozahlen vom Samstag: 4 11 23 30 38 47"));
  value(await announceBallot(ctx, ballot));
  const numbers = Array.from({ length: entitled }, (_, index) => index + 1);
  value(
    await addVoters(
      ctx,
      ballot,
      numbers.map((number) => ({ name: nameOf(number), address: `02943 Weißwasser, Haushalt ${number}` })),
    ),
  );
  return ballot;
};

/** What one voter marks: what they like at random, a few nothing at all. */
const marksOf = (voter: number, keys: ReadonlyMap<string, number>): Marks => {
  if (voter % 97 === 0) return {};
  return Object.fromEntries(
    [...keys].flatMap(([key, share]) => (chance("mark", voter, key) < share ? [[key, 1]] : [])),
  );
};

const receiptOf = (voter: number): string =>
  makeReceipt(createHash("sha256").update(`receipt ${voter}`).digest());

const vote = async (
  ctx: Context,
  ballot: BallotId,
  keys: VoteScene["keys"],
  voters: readonly VoterId[],
): Promise<void> => {
  for (const [index, voter] of voters.slice(0, online).entries())
    value(await castBallot(ctx, { ballot, voter, marks: marksOf(index, keys), receipt: receiptOf(index) }));
};

const votersOf = async (ctx: Context, ballot: BallotId): Promise<readonly VoterId[]> =>
  (await listVoters(ctx, ballot, { limit: entitled })).map(({ id }) => id);

const pileSize = 55;

/** The sheets of one pile, typed by two people one after the other. */
const typePile = async (
  ctx: Context,
  ballot: BallotId,
  sheets: readonly { readonly receipt: string; readonly marks: Marks }[],
): Promise<void> => {
  const pile = value(await addPile(ctx, ballot, { sheets: sheets.length, firstName: "Heike Jurk" }));
  for (const counting of [1, 2] as const) {
    if (counting === 2) value(await beginSecond(ctx, ballot, pile, "Udo Czech"));
    for (const [index, sheet] of sheets.entries()) {
      const reading = { ...sheet, invalid: false, reason: null };
      value(await typeLine(ctx, ballot, pile, { counting, line: index + 1, reading }));
    }
  }
};

const typePaper = async (
  ctx: Context,
  ballot: BallotId,
  keys: VoteScene["keys"],
  receipts: readonly string[],
): Promise<void> => {
  const sheets = receipts
    .slice(0, onPaper)
    .map((receipt, index) => ({ receipt, marks: marksOf(online + index, keys) }));
  for (let from = 0; from < sheets.length; from += pileSize)
    await typePile(ctx, ballot, sheets.slice(from, from + pileSize));
  const signed = { unused: printed - onPaper, firstName: "Heike Jurk", secondName: "Udo Czech", words: "" };
  value(await reconcile(ctx, ballot, signed));
};

const count = async (ctx: Context, ballot: BallotId): Promise<void> => {
  value(await countBallot(ctx, ballot));
  const file = found(await beginCount(ctx, ballot));
  await finishCount(ctx, ballot, file, { tally: tallyBallot(file), seal: sealOf(file) });
  value(await publishBallot(ctx, ballot));
};

/** The weeks of the vote, from the first letter to the published sheets. */
export const tellVote = async (scene: VoteScene): Promise<void> => {
  const ballot = await scene.tell(-55, (ctx) => announce(scene, ctx));
  const receipts = await scene.tell(-54, async (ctx) => value(await addBlanks(ctx, ballot, printed)));
  await scene.tell(-52, async (ctx) => value(await openBallot(ctx, ballot)));
  await scene.tell(-45, async (ctx) => vote(ctx, ballot, scene.keys, await votersOf(ctx, ballot)));
  await scene.tell(-36, async (ctx) => {
    const voters = (await votersOf(ctx, ballot)).slice(online, online + onPaper);
    for (const [index, voter] of voters.entries())
      value(await markVoter(ctx, ballot, voter, index % 3 === 0 ? "counter" : "letter"));
  });
  await scene.tell(-30, async (ctx) => value(await closeBallot(ctx, ballot)));
  await scene.tell(-27, (ctx) => typePaper(ctx, ballot, scene.keys, receipts));
  await scene.tell(-25, async (ctx) => {
    await forgetMoments(ctx);
    await count(ctx, ballot);
  });
};
