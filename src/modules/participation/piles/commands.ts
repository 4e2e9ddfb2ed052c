import { randomBytes } from "node:crypto";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { addPaperSheets } from "#modules/participation/box/commands.ts";
import { knownReceipts } from "#modules/participation/box/queries.ts";
import { may } from "#modules/participation/policy.ts";
import {
  differencesIn,
  findPile,
  listLines,
  nextLine,
  type PileId,
  type PileRow,
  type Reading,
} from "./queries.ts";

type BallotId = Id<"ballot">;

/** Begins a pile: so many sheets, counted by hand, and who types them first. Not before the ballot has closed. */
export const addPile = async (
  ctx: Context,
  ballotId: BallotId,
  { sheets, firstName }: { readonly sheets: number; readonly firstName: string },
): Promise<Outcome<PileId, "notClosed" | "noPaper">> => {
  allow(may.run(ctx));
  const ballot = found(
    await ctx.db
      .selectFrom("ballots")
      .select(["state", "takesPaper"])
      .where("id", "=", ballotId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (!ballot.takesPaper) return refused("noPaper");
  if (ballot.state !== "closed") return refused("notClosed");
  const last = await ctx.db
    .selectFrom("ballotPiles")
    .select((from) => from.fn.max("number").as("number"))
    .where("ballotId", "=", ballotId)
    .executeTakeFirst();
  const { id } = await ctx.db
    .insertInto("ballotPiles")
    .values({
      ballotId,
      sheets,
      firstName,
      number: Number(last?.number ?? 0) + 1,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "ballot_pile.begun", id, { ballotId, sheets });
  return done(id);
};

/** A pile that still may change, locked until the end of this moment; nothing when its sheets are in the box. */
const openPile = async (ctx: Context, ballotId: BallotId, id: PileId): Promise<PileRow | undefined> => {
  allow(may.run(ctx));
  found(await findBallot(ctx, ballotId));
  await ctx.db.selectFrom("ballotPiles").select("id").where("id", "=", id).forUpdate().execute();
  const pile = found(await findPile(ctx, ballotId, id));
  return pile.state === "agreed" ? undefined : pile;
};

export type LineRefusal = "agreed" | "line" | "unprinted" | "inBox" | "inPile";

/** Why a receipt cannot lie in this pile: it was never printed, or its sheet was typed already. */
const whyNot = async (
  ctx: Context,
  { ballotId, id }: Pick<PileRow, "ballotId" | "id">,
  { counting, line }: { readonly counting: 1 | 2; readonly line: number },
  receipt: string,
): Promise<LineRefusal | undefined> => {
  const blank = await ctx.db
    .selectFrom("ballotBlanks")
    .select("receipt")
    .where("ballotId", "=", ballotId)
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  if (!blank) return "unprinted";
  if ((await knownReceipts(ctx, ballotId, [receipt])).size > 0) return "inBox";
  const twice = await ctx.db
    .selectFrom("ballotPileLines")
    .innerJoin("ballotPiles", (join) =>
      join
        .onRef("ballotPiles.placeId", "=", "ballotPileLines.placeId")
        .onRef("ballotPiles.id", "=", "ballotPileLines.pileId"),
    )
    .select("ballotPileLines.line")
    .where("ballotPiles.ballotId", "=", ballotId)
    .where("ballotPileLines.receipt", "=", receipt)
    .where((at) =>
      at.or([
        at("ballotPiles.id", "<>", id),
        at.and([at("ballotPileLines.counting", "=", counting), at("ballotPileLines.line", "<>", line)]),
      ]),
    )
    .executeTakeFirst();
  return twice ? "inPile" : undefined;
};

/** Which counter may type now: the first, the second, or both when their counts differ. */
const isTurnOf = ({ state }: PileRow, counting: 1 | 2): boolean =>
  state === "differs" || (state === "first" ? counting === 1 : counting === 2);

/**
 * Keeps one sheet as one of the two counters read it. When both have typed all, the counts are compared: if they
 * agree, the sheets go into the box at once.
 */
export const typeLine = async (
  ctx: Context,
  ballotId: BallotId,
  id: PileId,
  { counting, line, reading }: { readonly counting: 1 | 2; readonly line: number; readonly reading: Reading },
): Promise<Outcome<PileRow["state"], LineRefusal>> => {
  const pile = await openPile(ctx, ballotId, id);
  if (!pile || !isTurnOf(pile, counting)) return refused("agreed");
  if (line < 1 || line > pile.sheets) return refused("line");
  if (reading.receipt) {
    const why = await whyNot(ctx, pile, { counting, line }, reading.receipt);
    if (why) return refused(why);
  }
  const kept = { ...reading, marks: JSON.stringify(reading.marks) };
  await ctx.db
    .insertInto("ballotPileLines")
    .values({ pileId: id, counting, line, ...kept })
    .onConflict((conflict) => conflict.columns(["placeId", "pileId", "counting", "line"]).doUpdateSet(kept))
    .execute();
  return done(await settle(ctx, pile));
};

/** Compares both counts once they are complete. */
const settle = async (ctx: Context, pile: PileRow): Promise<PileRow["state"]> => {
  if (pile.state === "first") return "first";
  const lines = await listLines(ctx, pile.id);
  if (nextLine(pile, lines, 1) !== undefined || nextLine(pile, lines, 2) !== undefined) return pile.state;
  const state = differencesIn(lines).length > 0 ? "differs" : "agreed";
  if (state === "agreed") {
    const first = lines.filter(({ counting }) => counting === 1);
    const outcome = await addPaperSheets(
      ctx,
      pile.ballotId,
      pile.id,
      first.map(({ receipt, marks, invalid }) => ({
        // A paper that is none of ours gets a number only to be counted as invalid.
        receipt: receipt || makeReceipt(randomBytes(receiptBytes)),
        marks,
        invalid,
      })),
    );
    if (!outcome.ok) throw new Error(`the pile does not fit into the box: ${outcome.because}`);
    await record(ctx, "ballot_pile.agreed", pile.id, { ballotId: pile.ballotId, sheets: outcome.value });
  }
  if (state !== pile.state)
    await ctx.db
      .updateTable("ballotPiles")
      .set({ state, changedAt: ctx.now })
      .where("id", "=", pile.id)
      .execute();
  return state;
};

/** Somebody else takes the pile and types it again from the start. */
export const beginSecond = async (
  ctx: Context,
  ballotId: BallotId,
  id: PileId,
  name: string,
): Promise<Outcome<null, "agreed" | "unfinished" | "sameName">> => {
  const pile = await openPile(ctx, ballotId, id);
  if (pile?.state !== "first") return refused("agreed");
  if (nextLine(pile, await listLines(ctx, id), 1) !== undefined) return refused("unfinished");
  if (name.toLowerCase() === pile.firstName.toLowerCase()) return refused("sameName");
  await ctx.db
    .updateTable("ballotPiles")
    .set({ state: "second", secondName: name, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  return done(null);
};

/** The pile was counted wrong by hand: sets how many sheets it has; lines beyond it are forgotten. */
export const changeTotal = async (
  ctx: Context,
  ballotId: BallotId,
  id: PileId,
  sheets: number,
): Promise<Outcome<PileRow["state"], "agreed">> => {
  const pile = await openPile(ctx, ballotId, id);
  if (!pile) return refused("agreed");
  await ctx.db.deleteFrom("ballotPileLines").where("pileId", "=", id).where("line", ">", sheets).execute();
  await ctx.db.updateTable("ballotPiles").set({ sheets, changedAt: ctx.now }).where("id", "=", id).execute();
  await record(ctx, "ballot_pile.recounted", id, { ballotId, before: pile.sheets, sheets });
  return done(await settle(ctx, { ...pile, sheets }));
};

/** Takes a pile apart that was begun by mistake; nothing of it was in the box. */
export const dropPile = async (
  ctx: Context,
  ballotId: BallotId,
  id: PileId,
): Promise<Outcome<null, "agreed">> => {
  const pile = await openPile(ctx, ballotId, id);
  if (!pile) return refused("agreed");
  await ctx.db.deleteFrom("ballotPiles").where("id", "=", id).execute();
  await record(ctx, "ballot_pile.dropped", id, { ballotId, sheets: pile.sheets });
  return done(null);
};
