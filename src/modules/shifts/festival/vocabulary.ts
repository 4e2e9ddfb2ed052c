import { found } from "#core/errors.ts";
import { plusDays } from "#core/local-time.ts";
import { writeTable } from "#methods/table-file.ts";
import material from "./seed.json" with { type: "json" };

type Row = readonly [
  day: string,
  from: string,
  to: string,
  role: string,
  least: string,
  most: string,
  where: string,
];

const slots = (
  date: string,
  times: readonly (readonly [string, string])[],
  role: string,
  where: readonly string[],
): Row[] =>
  times.flatMap(([from, to]) =>
    where.map((place): Row => {
      const crew = role === "Aufbau und Abbau";
      return [date, from, to, role, crew ? "4" : "2", crew ? "6" : role === "Einlass" ? "2" : "3", place];
    }),
  );

/** Forty shifts over a long weekend, as a table of a spreadsheet has them. */
export const shiftTable = (friday: string): string => {
  const [fr, sa, su] = [friday, plusDays(friday, 1), plusDays(friday, 2)];
  const stands = ["Bierwagen", "Punschhütte", "Kuchenzelt"];
  const gates = ["Eingang Nord", "Eingang Süd"];
  const evening = [
    ["16:00", "19:00"],
    ["19:00", "22:00"],
  ] as const;
  const later = [
    ["14:00", "18:00"],
    ["18:00", "22:00"],
  ] as const;
  const sunday = [
    ["11:00", "14:00"],
    ["14:00", "17:00"],
  ] as const;
  const build = [
    ["8:00", "11:00"],
    ["11:00", "14:00"],
  ] as const;
  const rows = [
    ...slots(fr, build, "Aufbau und Abbau", ["Bühne", "Stände"]),
    ...slots(fr, evening, "Ausschank", stands),
    ...slots(fr, evening, "Einlass", gates),
    ...slots(sa, [["10:00", "14:00"]], "Ausschank", stands),
    ...slots(sa, later, "Ausschank", stands),
    ...slots(sa, later, "Einlass", gates),
    ...slots(su, sunday, "Ausschank", stands),
    ...slots(su, sunday, "Einlass", gates),
    ...slots(su, [["17:00", "20:00"]], "Aufbau und Abbau", ["Bühne", "Stände"]),
    ...slots(su, [["20:00", "22:00"]], "Aufbau und Abbau", ["Bühne"]),
  ];
  return writeTable(["Tag", "Von", "Bis", "Aufgabe", "Mindestens", "Höchstens", "Ort"], rows);
};

/** How many helpers the festival knows. */
export const crowd = 120;
const at = <T>(list: readonly T[], index: number): T => found(list[index % list.length]);
// Seven and eleven share nothing with the lengths of the lists, so names do not come twice.
const nameOf = (index: number): string =>
  `${at(material.first, index * 7)} ${at(material.last, index * 11 + Math.floor(index / 30))}`;

/** A hundred and twenty helpers: most reachable by phone only, with numbers that are kept free for stories. */
export const helperTable = (): string =>
  writeTable(
    ["Name", "E-Mail", "Telefon", "Alter", "Aufgaben", "Zeiten", "Schichten höchstens", "Zusammen mit"],
    Array.from({ length: crowd }, (_, index) => [
      nameOf(index),
      index % 5 === 0 ? `fest.${index}@post.example` : "",
      `030 23125${400 + index}`,
      index % 17 === 3 ? "17" : "ab 18",
      at(material.roles, index),
      at(material.times, index * 3 + Math.floor(index / 6)),
      String(1 + (index % 3)),
      index % 13 === 5 ? nameOf(index - 1) : "",
    ]),
  );
