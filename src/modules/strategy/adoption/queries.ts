import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "#methods/minutes.ts";
import type { ParagraphRow, VersionRow } from "#modules/strategy/texts/queries.ts";

/** The seal over an adopted text: SHA-256 of its number, title, vision and paragraphs, as JSON with its keys in order. */
export const sealOf = (
  { number, title, vision }: Pick<VersionRow, "number" | "title" | "vision">,
  paragraphs: readonly Pick<ParagraphRow, "id" | "kind" | "words">[],
): string => {
  const text = paragraphs.map(({ id, kind, words }) => ({ id, kind, words }));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ number, title, vision, paragraphs: text }))));
};

/** Whether the words of an adopted version are still those that were sealed. */
export const isSealed = (version: VersionRow, paragraphs: readonly ParagraphRow[]): boolean =>
  version.hash !== null && version.hash === sealOf(version, paragraphs);
