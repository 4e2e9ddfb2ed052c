import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { canonicalJson, partHash, partsOf, publicMinutes, sealOfParts } from "#methods/minutes.ts";
import { findMeetingByNumber } from "#modules/consortium/meetings/queries.ts";
import { findMinutes, type KeptMinutes } from "#modules/consortium/minutes/queries.ts";

/** The approved minutes of the meeting with this number; before they are approved there is nothing for everybody. */
export const findApproved = async (ctx: Context, number: number) => {
  // Minutes that are approved are for everybody, also of a meeting to which nobody was invited in writing.
  const meeting = found(await findMeetingByNumber({ ...ctx, actor: system }, number));
  const row = found(await findMinutes(ctx, meeting.id));
  const kept = found(row.content);
  return { meeting, row, kept, open: publicMinutes(kept.minutes) };
};

/** A part of sealed minutes for everybody: itself with its salt where all of it is public, else its hash only. */
export type OpenPart = {
  readonly hash: string;
  readonly salt?: string;
  readonly part?: unknown;
};

/** Sealed minutes from which everybody can compute the seal again, without what is not public. */
export const openSeal = ({
  minutes,
  salts,
}: KeptMinutes): { readonly seal: string; readonly parts: readonly OpenPart[] } => {
  const open = partsOf(publicMinutes(minutes));
  const parts = partsOf(minutes).map((part, index): OpenPart => {
    const salt = salts[index] ?? "";
    const hash = partHash({ salt, part });
    const whole = canonicalJson(part) === canonicalJson(open[index]);
    return whole ? { hash, salt, part } : { hash };
  });
  return { seal: sealOfParts(parts.map(({ hash }) => hash)), parts };
};
