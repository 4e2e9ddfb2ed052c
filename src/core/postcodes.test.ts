import { expect, test } from "vitest";
import { findPostcode } from "./postcodes.ts";

test("a postcode leads to the middle of its places", () => {
  expect(findPostcode("02943")).toEqual({ latitude: 51.452, longitude: 14.6035 });
});

test("what is no postcode leads nowhere", () => {
  for (const code of ["00000", "", "toString", "2943", "__proto__"])
    expect(findPostcode(code)).toBeUndefined();
});
