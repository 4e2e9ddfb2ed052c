import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a cookie: 256 bits, and the hash that the database keeps instead of it. */
export const newToken = (): { readonly token: string; readonly hash: Buffer } => {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashToken(token) };
};

/** What the database keeps of a token: whoever reads the table cannot use the link. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The key of one shown form, so that sending it twice does nothing twice. */
export const newKey = (): string => randomBytes(16).toString("base64url");

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A code to read out on the phone and type from paper, as "K7QM-3TXN-PH4W": 60 bits, no look-alikes. */
export const newCode = (): string =>
  Array.from(randomBytes(12), (byte) => letters[byte % letters.length])
    .join("")
    .replace(/(.{4})(?=.)/gu, "$1-");

/** A typed code as it was made: capitals, no blanks, hyphens or look-alikes. */
export const normalizeCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, "")
    .replace(/(.{4})(?=.)/gu, "$1-");
