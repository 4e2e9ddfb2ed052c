import { plainSearch } from "#methods/search-words.ts";
import type { AgeBand } from "#modules/people/vocabulary.ts";

/** Headings under which tables carry what we need to know of somebody. */
export const personColumns = {
  name: ["name", "vor- und nachname", "helfer", "helferin", "person"],
  firstName: ["vorname", "rufname"],
  lastName: ["nachname", "familienname", "zuname"],
  email: ["e-mail", "mail", "e-mail-adresse", "mailadresse"],
  phone: ["telefon", "handy", "mobil", "telefonnummer", "handynummer", "tel"],
  ageBand: ["alter", "altersgruppe"],
  street: ["straße", "strasse", "anschrift", "adresse"],
  postcode: ["plz", "postleitzahl"],
  townName: ["ort", "wohnort", "stadt"],
  guardianName: ["sorgeberechtigt", "eltern", "erziehungsberechtigt"],
  guardianContact: ["telefon der eltern", "kontakt der eltern"],
  guardianAgreed: ["eltern einverstanden", "einverständnis der eltern"],
} as const;

export type PersonColumn = keyof typeof personColumns;

const years = (text: string): AgeBand | undefined => {
  const number = /^(\d{1,3})(?: jahre)?$/u.exec(text)?.[1];
  if (number === undefined || Number(number) > 120) return undefined;
  return Number(number) < 16 ? "under16" : Number(number) < 18 ? "16to17" : "adult";
};

const named: Readonly<Record<string, AgeBand>> = {
  under16: "under16",
  "unter 16": "under16",
  "16to17": "16to17",
  "16 17": "16to17",
  "16 bis 17": "16to17",
  "16 oder 17": "16to17",
  adult: "adult",
  erwachsen: "adult",
  volljahrig: "adult",
  volljaehrig: "adult",
  "ab 18": "adult",
  "uber 18": "adult",
  "ueber 18": "adult",
  "18 oder alter": "adult",
  "18 oder aelter": "adult",
};

/** The band of an age as people write it: "17", "ab 18", "unter 16"; nothing when it is none. */
export const ageBandNamed = (typed: string): AgeBand | undefined => {
  const text = plainSearch(typed.replace(/[-–]/gu, " ")).replace(/\s+/gu, " ").trim();
  return named[text] ?? years(text);
};

/** "ja", "x", "1": a box that was ticked in a table. */
export const isTicked = (typed: string): boolean => /^(ja|j|x|1|yes|wahr)$/u.test(typed.trim().toLowerCase());
