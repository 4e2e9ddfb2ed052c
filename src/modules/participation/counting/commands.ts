import { Buffer } from "node:buffer";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import { showPictureTo, storeDocument } from "#core/files.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { BallotFile } from "#methods/ballot.ts";
import { writeBallotFile } from "#methods/ballot-file.ts";
import type { Seal } from "#methods/ballot-seal.ts";
import type { Tally } from "#methods/ballot-tally.ts";
import { ballotToWrite } from "#modules/participation/ballots/commands.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";
import { lockBox, mixBox } from "#modules/participation/box/commands.ts";
import { type CountObstacle, fileOf, whyNotCounted } from "./queries.ts";

/** The job that counts beside the requests. */
export const countingJob = "compute.count_ballot";

/** The office asks for the count: the box is closed, the piles agree, two have signed. Asking twice counts once. */
export const countBallot = async (ctx: Context, id: BallotId): Promise<Outcome<null, CountObstacle>> => {
  const ballot = await ballotToWrite(ctx, id);
  const why = await whyNotCounted(ctx, ballot);
  if (why) return refused(why);
  await ctx.db
    .updateTable("ballots")
    .set({ countingSince: ctx.now, countingFailed: "", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await enqueue(ctx, countingJob, { ballotId: id }, { key: id });
  await record(ctx, "ballot.count_asked", id);
  return done(null);
};

/** The box as it is now, when it is to be counted; nothing when that was taken back or is done. */
export const beginCount = async (ctx: Context, id: BallotId): Promise<BallotFile | undefined> => {
  await lockBox(ctx, id, "alone");
  const ballot = await ctx.db.selectFrom("ballots").selectAll().where("id", "=", id).executeTakeFirst();
  if (!ballot?.countingSince || (await whyNotCounted(ctx, ballot))) return undefined;
  // The last time that anything may be moved: after it, not even the place of a row tells who came when.
  await mixBox(ctx, id);
  return fileOf(ctx, ballot);
};

export type Counted = { readonly tally: Tally; readonly seal: Seal };

/** Keeps what came out, with the file that everybody can count again. Nobody but the office sees it yet. */
export const finishCount = async (
  ctx: Context,
  id: BallotId,
  file: BallotFile,
  { tally, seal }: Counted,
): Promise<void> => {
  await lockBox(ctx, id, "alone");
  const ballot = await ctx.db
    .selectFrom("ballots")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!ballot?.countingSince || (await whyNotCounted(ctx, ballot))) return;
  const text = writeBallotFile({ file, seal });
  const fileId = await storeDocument(ctx, {
    name: `${ballot.slug}.json`,
    mediaType: "application/json",
    bytes: Buffer.from(text, "utf8"),
    forOffice: true,
  });
  await ctx.db
    .updateTable("ballots")
    .set({
      tally: JSON.stringify(tally),
      seal: seal.seal,
      fileId,
      sheetCount: file.sheets.length,
      entitledCount: file.entitled,
      countingSince: null,
      changedAt: ctx.now,
    })
    .where("id", "=", id)
    .execute();
  // The file of an earlier count is nothing any more.
  if (ballot.fileId) await ctx.db.deleteFrom("files").where("id", "=", ballot.fileId).execute();
  await record(ctx, "ballot.counted", id, { sheets: file.sheets.length, seal: seal.seal });
};

/** Notes why it could not be counted; it can be asked for again. */
export const failCount = async (ctx: Context, id: BallotId, why: string): Promise<void> => {
  await ctx.db
    .updateTable("ballots")
    .set({ countingSince: null, countingFailed: why.slice(0, 500) })
    .where("id", "=", id)
    .where("state", "=", "closed")
    .execute();
};

export type PublishRefusal = CountObstacle | "uncounted";

/** The office has looked at it: from now on everybody sees the result and every sheet, and nothing changes any more. */
export const publishBallot = async (ctx: Context, id: BallotId): Promise<Outcome<null, PublishRefusal>> => {
  await lockBox(ctx, id, "alone");
  const ballot = await ballotToWrite(ctx, id);
  const why = await whyNotCounted(ctx, ballot);
  if (why) return refused(why);
  if (!ballot.tally || !ballot.fileId || ballot.countingSince) return refused("uncounted");
  await showPictureTo(ctx, ballot.fileId, { forOffice: false });
  await ctx.db
    .updateTable("ballots")
    .set({ state: "published", publishedAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "ballot.published", id);
  return done(null);
};
