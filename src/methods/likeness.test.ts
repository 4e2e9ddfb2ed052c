import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findDouble,
  findDoubles,
  nameLikeness,
  plainName,
  plainRegisterNumber,
  plainStreet,
  plainWords,
} from "./likeness.ts";

test("umlauts, accents and punctuation make no difference", () => {
  expect(plainWords("Straßen-Café  „Lužica“")).toBe("strassen cafe luzica");
  expect(plainWords("STRASSENCAFÉ")).toBe("strassencafe");
  expect(plainWords("Běła Woda, Łužica")).toBe("bela woda luzica");
});

test("legal forms and articles say nothing about who somebody is", () => {
  expect(plainName("Teichfreunde Weißwasser e.V.")).toBe("teichfreunde weisswasser");
  expect(plainName("Soziale Dienste gGmbH")).toBe(plainName("Soziale Dienste gemeinnützige GmbH"));
  expect(plainName("Verein für die Pflege der Parks e. V.")).toBe("verein pflege parks");
  expect(plainName("e.V.")).toBe("e v");
});

const same: readonly (readonly [string, string])[] = [
  ["Teichfreunde Weißwasser e.V.", "Teichfreunde Weisswasser"],
  ["Sportverein Grün-Weiß Schleife e. V.", "Sportverein Grün Weiss Schleife"],
  ["Nachbarschaftshilfe Südstadt", "Nachbarschaftshife Südstadt e.V."],
  ["Förderverein Glasmuseum", "Glasmuseum-Förderverein"],
  ["Kleingartenverein Am Jahnteich", "Kleingartenverein „Jahnteich“ e.V."],
];
test.for(same)("%s and %s are one", ([a, b]) => {
  expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(0.72);
});

const different: readonly (readonly [string, string])[] = [
  ["Kita 1", "Kita 2"],
  ["Freiwillige Feuerwehr Schleife", "Freiwillige Feuerwehr Rietschen"],
  ["Kleingartenverein Sonnenschein", "Kleingartenverein Waldfrieden"],
  ["Seniorenclub Mitte", "Schachclub Mitte"],
];
test.for(different)("%s and %s are two", ([a, b]) => {
  expect(nameLikeness(a, b)).toBeLessThan(0.72);
});

test("a likeness lies between 0 and 1, is the same both ways, and 1 with itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      const likeness = nameLikeness(a, b);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(nameLikeness(b, a)).toBeCloseTo(likeness, 10);
      expect(nameLikeness(a, a)).toBe(1);
    }),
  );
});

test("streets are compared by the door they lead to", () => {
  expect(plainStreet("Straße der Einheit 5 a")).toBe(plainStreet("Str. d. Einheit 5a"));
  expect(plainStreet("Muskauer Str. 12")).toBe(plainStreet("Muskauer Straße 12"));
  expect(plainStreet("Teichstr. 3")).toBe(plainStreet("Teichstraße 3"));
  expect(plainStreet("Teichstraße 3")).not.toBe(plainStreet("Teichstraße 31"));
});

test("a register number is read from what people write around it", () => {
  expect(plainRegisterNumber("VR 04711, Amtsgericht Dresden")).toBe("vr4711");
  expect(plainRegisterNumber("vr4711")).toBe("vr4711");
  expect(plainRegisterNumber("beantragt")).toBeUndefined();
});

test("the same number is sure, another number is another organization, an address helps a doubtful name", () => {
  const pairs = findDoubles([
    { id: "a", name: "Teichfreunde Weißwasser e.V.", registerNumber: "VR 4711" },
    { id: "b", name: "Die Freunde des Teichs", registerNumber: "VR4711 Dresden" },
    { id: "c", name: "Heimatverein Schleife", registerNumber: "VR 100" },
    { id: "d", name: "Heimatverein Schleife e.V.", registerNumber: "VR 200" },
    { id: "e", name: "Begegnungszentrum Turnerheim", street: "Görlitzer Str. 2", postcode: "02943" },
    { id: "f", name: "Turnerheim", street: "Görlitzer Straße 2", postcode: "02943" },
    { id: "g", name: "Stadtbibliothek", street: "Görlitzer Straße 2", postcode: "02943" },
  ]);
  expect(pairs.map(({ first, second }) => `${first}${second}`)).toEqual(["ab", "ef"]);
  expect(pairs[0]).toMatchObject({ score: 1, reasons: ["register"] });
  expect(pairs[1]?.reasons).toEqual(["name", "address"]);
});

test("in another postcode a similar name is another club, the same name is the same", () => {
  const at = (id: string, name: string, postcode: string) => ({ id, name, postcode });
  const pairs = findDoubles([
    at("a", "Sportverein Grün-Weiß Schleife e.V.", "02959"),
    at("b", "Sportverein Grün-Weiß Boxberg e.V.", "02943"),
    at("c", "Sportverein Grün-Weiß Schleife", "02957"),
  ]);
  expect(pairs.map(({ first, second }) => first + second)).toEqual(["ac"]);
});

test("one new entry finds its likeliest twin, or none", () => {
  const others = [
    { id: "a", name: "Seniorenbeirat der Stadt" },
    { id: "b", name: "Seniorenclub Glückauf e.V." },
  ];
  expect(findDouble({ id: "", name: "Seniorenklub Glückauf" }, others)?.second).toBe("b");
  expect(findDouble({ id: "", name: "Schützengilde" }, others)).toBeUndefined();
});
