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

/** Our own templates, with two rows that show how they are meant. */
export const templates: Readonly<Record<TableKind, Template>> = {
  schichten: {
    headings: ["Tag", "Von", "Bis", "Aufgabe", "Mindestens", "Höchstens", "Ort", "Hinweis"],
    rows: [
      ["12.12.2026", "14:00", "18:00", "Ausschank", "2", "4", "Bierwagen", "Bitte die Belehrung mitbringen"],
      ["12.12.2026", "22:00", "01:00", "Abbau", "4", "8", "Bühne", ""],
    ],
  },
  menschen: {
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
        "Ausschank; Einlass",
        "Sa ab 14 Uhr; So 10–14 Uhr",
        "2",
        "Jörg Beispiel",
        "",
      ],
      ["Jörg Beispiel", "", "0171 3920098", "17", "Abbau", "12.12. ab 20 Uhr", "1", "", "lieber draußen"],
    ],
  },
};
