// Crockford's letters and digits: none looks like another, and what is mistaken for one of them is known.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const mistaken: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", U: "V" };
const length = 12;

const grouped = (text: string): string => text.replace(/(.{4})(?=.)/gu, "$1-");

// Luhn's check over 32 signs: a wrong sign, and nearly every exchange of neighbors, is noticed.
const checkSign = (body: string): string => {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const value = alphabet.indexOf(body.charAt(body.length - 1 - index));
    const doubled = index % 2 === 0 ? value * 2 : value;
    sum += Math.floor(doubled / 32) + (doubled % 32);
  }
  return alphabet.charAt((32 - (sum % 32)) % 32);
};

/** How many random bytes a receipt needs; each gives one of its signs. */
export const receiptBytes = length - 1;

/** "7K3M-9QPD-X2RA" from random bytes: eleven signs of five bits each, and one that checks them. */
export const makeReceipt = (random: Uint8Array): string => {
  if (random.length < receiptBytes) throw new Error(`a receipt needs ${receiptBytes} random bytes`);
  const body = Array.from(random.subarray(0, receiptBytes), (byte) => alphabet.charAt(byte % 32)).join("");
  return grouped(body + checkSign(body));
};

/** A receipt as somebody typed it: spaces, small letters and look-alikes are forgiven; a slip of the pen is not. */
export const readReceipt = (text: string): string | undefined => {
  const signs = text
    .toUpperCase()
    .replace(/[\s\-–.]/gu, "")
    .replace(/[ILOU]/gu, (sign) => mistaken[sign] ?? sign);
  if (signs.length !== length || [...signs].some((sign) => !alphabet.includes(sign))) return undefined;
  const body = signs.slice(0, -1);
  return checkSign(body) === signs.at(-1) ? grouped(signs) : undefined;
};
