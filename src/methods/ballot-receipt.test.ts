import fc from "fast-check";
import { expect, test } from "vitest";
import { makeReceipt, readReceipt, receiptBytes } from "./ballot-receipt.ts";

const bytes = fc.uint8Array({ minLength: receiptBytes, maxLength: receiptBytes });

test("a receipt is read back however it is typed", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const receipt = makeReceipt(random);
      expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
      const sloppy = receipt.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
      expect(readReceipt(sloppy)).toBe(receipt);
    }),
  );
});

test("one wrong sign is always noticed", () => {
  const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  fc.assert(
    fc.property(bytes, fc.nat(11), fc.integer({ min: 1, max: 31 }), (random, at, shift) => {
      const plain = makeReceipt(random).replaceAll("-", "");
      const other = signs.charAt((signs.indexOf(plain.charAt(at)) + shift) % 32);
      expect(readReceipt(plain.slice(0, at) + other + plain.slice(at + 1))).toBeUndefined();
    }),
  );
});

test("what is no receipt is none", () => {
  for (const text of ["", "1234", "0000-0000-00000", "ÄÖÜ0-0000-0000", "'; drop table"])
    expect(readReceipt(text)).toBeUndefined();
});
