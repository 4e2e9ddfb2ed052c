import { canonicalJson, partHash, partsOf, publicMinutes, sealOfParts } from "#methods/minutes.ts";
import type { KeptMinutes } from "#modules/consortium/minutes/queries.ts";

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
