/** What a table can hold. */
export const tables = ["schichten", "menschen"] as const;
export type TableKind = (typeof tables)[number];

/** Headings of a table of shifts. */
export const shiftColumns = {
  number: ["nummer", "nr", "id"],
  day: ["tag", "datum", "am"],
  from: ["von", "beginn", "start", "anfang", "ab"],
  to: ["bis", "ende", "schluss"],
  role: ["aufgabe", "rolle", "dienst", "taetigkeit", "tätigkeit", "was"],
  minimum: ["mindestens", "minimum", "min", "bedarf"],
  maximum: ["hoechstens", "höchstens", "maximum", "max", "plaetze", "plätze", "anzahl"],
  place: ["ort", "wo", "treffpunkt", "platz", "stand"],
  title: ["titel", "bezeichnung", "schicht"],
  words: ["hinweis", "bemerkung", "mitbringen"],
} as const;
export type ShiftColumn = keyof typeof shiftColumns;

type Template = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

const shiftTemplate = (
  day: string,
  [first = "Ausschank", second = "Abbau"]: readonly string[],
): Template => ({
  headings: ["Tag", "Von", "Bis", "Aufgabe", "Mindestens", "Höchstens", "Ort", "Hinweis"],
  rows: [
    [day, "14:00", "18:00", first, "2", "4", "Bierwagen", "Bitte feste Schuhe anziehen"],
    [day, "22:00", "01:00", second, "4", "8", "Bühne", ""],
  ],
});

const helperTemplate = (day: string, roles: readonly string[]): Template => ({
  headings: [
    "Name",
    "E-Mail",
    "Telefon",
    "Alter",
    "Aufgaben",
    "Zeiten",
    "Schichten höchstens",
    "Zusammen mit",
    "Hinweis",
  ],
  rows: [
    [
      "Erika Beispiel",
      "erika@post.example",
      "0171 3920099",
      "ab 18",
      roles.slice(0, 2).join("; "),
      "Sa ab 14 Uhr; So 10–14 Uhr",
      "2",
      "Jörg Beispiel",
      "",
    ],
    [
      "Jörg Beispiel",
      "",
      "0171 3920098",
      "17",
      roles.slice(0, 1).join(),
      `${day} ab 20 Uhr`,
      "1",
      "",
      "lieber draußen",
    ],
  ],
});

/** Our own template, with two rows that show how it is meant: a day ahead, as "12.12.2026", and tasks of the plan. */
export const templateOf = (kind: TableKind, day: string, roles: readonly string[]): Template =>
  kind === "schichten" ? shiftTemplate(day, roles) : helperTemplate(day, roles);
