import { expect, test } from "vitest";
import * as z from "zod";
import {
  amount,
  day,
  email,
  line,
  many,
  paragraph,
  phone,
  postcode,
  read,
  tick,
  time,
  webAddress,
  whole,
} from "./input.ts";

const german = { language: "de" };
const Sample = z.object({
  name: line(20),
  words: paragraph(50).optional(),
  email: email.optional(),
  phone: phone.optional(),
  postcode: postcode.optional(),
  website: webAddress.optional(),
  day: day.optional(),
  time: time.optional(),
  seats: whole(1, 10).optional(),
  public: tick,
  fields: many(z.enum(["sport", "culture"])),
});

const given = (body: Record<string, unknown>) => read(german, Sample, { name: "Anna", ...body });

test("what was typed comes back with a sentence for each field", () => {
  const input = given({ name: "", email: "anna", seats: "elf", words: "bleibt <stehen>" });
  expect(input.ok).toBe(false);
  expect(input.form.values).toMatchObject({ email: "anna", seats: "elf", words: "bleibt <stehen>" });
  expect(input.form.errors).toEqual({
    name: "Bitte füllen Sie dieses Feld aus.",
    email: "Das sieht nicht wie eine E-Mail-Adresse aus, zum Beispiel anna@example.org.",
    seats: "Bitte geben Sie eine ganze Zahl ein.",
  });
});

test.each([
  ["seats", "0", "Bitte 1 oder mehr eingeben."],
  ["seats", "11", "Bitte 10 oder weniger eingeben."],
  ["postcode", "123", "Eine Postleitzahl hat fünf Ziffern."],
  ["name", "x".repeat(21), "Bitte höchstens 20 Zeichen."],
  ["fields", "chess", "Bitte wählen Sie eine der Möglichkeiten."],
  ["day", "31.02.2026", "Bitte geben Sie einen Tag ein, zum Beispiel 24.11.2026."],
  ["time", "25:00", "Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:30."],
  ["phone", "Telefon", "Das sieht nicht wie eine Telefonnummer aus."],
])("%s as %s is answered with: %s", (name, value, sentence) => {
  expect(given({ [name]: value }).form.errors[name]).toBe(sentence);
});

test("an empty field was not answered, and boxes are lists", () => {
  const input = given({ words: "  ", fields: "sport", public: "on" });
  expect(input.ok && input.value).toEqual({ name: "Anna", fields: ["sport"], public: true });
  const two = given({ fields: ["sport", "culture"] });
  expect(two.ok && two.value).toEqual({ name: "Anna", fields: ["sport", "culture"], public: false });
});

test("days and hours are read as people write them", () => {
  const input = given({ day: "4.3.2027", time: "9.30", website: "example.org" });
  expect(input.ok && input.value).toMatchObject({
    day: "2027-03-04",
    time: "09:30",
    website: "https://example.org",
  });
});

test("what PostgreSQL cannot keep is taken out before it gets there", () => {
  const input = given({ name: "An\u0000na \ud800" });
  expect(input.ok && input.value.name).toBe("Anna \ufffd");
});

test("amounts are read as people write them, in German and in English, to the cent", () => {
  const Money = z.object({ money: amount(1, 100_000_000) });
  const cents = (money: string) => {
    const input = read(german, Money, { money });
    return input.ok ? input.value.money : input.form.errors["money"];
  };
  expect(["1.200,50 €", "1200,5", "1.200", "1,200.50", "300 EUR", "0,01"].map(cents)).toEqual([
    120_050, 120_050, 120_000, 120_050, 30_000, 1,
  ]);
  for (const wrong of ["zwölf", "1.20.0", "-5", "1e5", "12,345,6"]) expect(cents(wrong)).toMatch(/Betrag/u);
  expect(cents("0")).toMatch(/zu klein/u);
  expect(cents("9999999999")).toMatch(/zu groß/u);
});
