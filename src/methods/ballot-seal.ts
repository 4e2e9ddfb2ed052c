import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { BallotFile, Marks, PublishedSheet } from "./ballot.ts";

/** The end of the chain over a published ballot, and a link of it every thousand sheets. */
export type Seal = {
  readonly seal: string;
  /** Where two copies differ, their links tell between which sheets. */
  readonly links: readonly { readonly after: number; readonly hash: string }[];
};

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** JSON with its keys in order, so that the same thing is always the same text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(",")}}`;
};

const marksLine = (marks: Marks): string =>
  Object.keys(marks)
    .sort()
    .map((option) => `${option}=${marks[option]}`)
    .join(";");

const sheetLine = ({ receipt, marks, name }: PublishedSheet): string =>
  name === undefined ? `${receipt}\n${marksLine(marks)}` : `${receipt}\n${marksLine(marks)}\n${name}`;

/** What the chain begins with: everything but the sheets. */
export const headerOf = ({ sheets: _, ...header }: BallotFile): string => canonical(header);

const every = 1_000;

/**
 * The chain over a ballot: SHA-256 of the header (JSON, keys in order), then for each sheet, in the order of the
 * receipts, SHA-256 of the link before, a new line, and the sheet ("receipt", new line, "option=mark;…" by option).
 * Whoever changes, adds or drops a sheet ends at another seal.
 */
export const sealOf = (file: BallotFile): Seal => {
  const links: { after: number; hash: string }[] = [];
  let link = hash(headerOf(file));
  for (const [index, sheet] of file.sheets.entries()) {
    link = hash(`${link}\n${sheetLine(sheet)}`);
    if ((index + 1) % every === 0) links.push({ after: index + 1, hash: link });
  }
  return { seal: link, links };
};

/** Whether the sheets stand in their order, each receipt once. */
export const isOrdered = ({ sheets }: Pick<BallotFile, "sheets">): boolean =>
  sheets.every(({ receipt }, index) => index === 0 || (sheets[index - 1]?.receipt ?? "") < receipt);

export type SealCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: "order" }
  /** The first difference lies after so many sheets, and not later than `to`. */
  | { readonly ok: false; readonly because: "changed"; readonly from: number; readonly to: number };

/** Lays the chain again and compares it, link by link. */
export const checkSeal = (file: BallotFile, published: Seal): SealCheck => {
  if (!isOrdered(file)) return { ok: false, because: "order" };
  const again = sealOf(file);
  if (again.seal === published.seal) return { ok: true };
  const at = again.links.findIndex((link, index) => link.hash !== published.links[index]?.hash);
  const count = file.sheets.length;
  if (at === -1) return { ok: false, because: "changed", from: again.links.at(-1)?.after ?? 0, to: count };
  return { ok: false, because: "changed", from: at * every, to: again.links[at]?.after ?? count };
};
