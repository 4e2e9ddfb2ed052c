import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { normalizeCode } from "#core/token.ts";
import { findVoterByCode } from "#modules/participation/ballot-letters/queries.ts";
import { findVoterByNumber, listVoters } from "#modules/participation/roll/queries.ts";
import type { Ballot, BallotVoter } from "#modules/participation/schema.ts";

const hour = 3_600_000;
const mostFound = 20;

/** Until when a mark of the counter may be taken back. */
export const undoUntil = ({ markedAt }: Pick<BallotVoter, "markedAt">): Date | undefined =>
  markedAt ? new Date(+markedAt + hour) : undefined;

export const isFresh = ({ markedAt }: Pick<BallotVoter, "markedAt">, now: Date): boolean =>
  markedAt !== null && +now - +markedAt < hour;

/** Which ways the counter takes now: people until the close, letters until they may no longer be counted. */
export const waysOpen = (
  { state, takesPaper, opensAt, closesAt, countsUntil }: Ballot,
  now: Date,
): readonly ("letter" | "counter")[] => {
  if (!takesPaper || opensAt > now) return [];
  const isRunning = (state === "announced" || state === "open") && now < closesAt;
  const takesLetters =
    isRunning || (state !== "published" && state !== "canceled" && now < (countsUntil ?? closesAt));
  return [...(isRunning ? (["counter"] as const) : []), ...(takesLetters ? (["letter"] as const) : [])];
};

/** A code as it was typed or scanned, with the address it stood in. */
export const codeIn = (text: string): string | undefined => {
  const last = /code=([^&\s]+)/iu.exec(text)?.[1] ?? text;
  const code = normalizeCode(last);
  return /^(?:[A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/u.test(code) ? code : undefined;
};

/** Somebody by the code of their letter. */
export const findByCode = async (
  ctx: Context,
  ballotId: Id<"ballot">,
  text: string,
): Promise<BallotVoter | undefined> => {
  const code = codeIn(text);
  return code ? findVoterByCode(ctx, ballotId, code) : undefined;
};

/** Those on the roll whom a number or a part of a name means. */
export const searchRoll = async (
  ctx: Context,
  ballotId: Id<"ballot">,
  words: string,
): Promise<readonly BallotVoter[]> => {
  const text = words.trim();
  if (text === "") return [];
  if (/^\d{1,7}$/u.test(text)) {
    const voter = await findVoterByNumber(ctx, ballotId, Number(text));
    return voter ? [voter] : [];
  }
  return listVoters(ctx, ballotId, { words: text, limit: mostFound });
};
