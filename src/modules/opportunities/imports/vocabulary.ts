import { plainSearch } from "#methods/search-words.ts";
import { type Rhythm, rhythmName, rhythms } from "#modules/opportunities/vocabulary.ts";
import { type Field, fieldName, fields } from "#modules/organizations/vocabulary.ts";

/** Headings under which files carry what we need: the export of Freinet, and our own template. */
export const columns = {
  externalId: ["_angebotsId", "angebotsid", "nummer", "id"],
  title: ["angebotsname", "titel", "title"],
  organization: ["einrichtungsname", "organisation", "traeger", "einrichtung"],
  summary: ["kurzbeschreibung", "summary"],
  description: ["beschreibung", "description"],
  fields: ["felder", "feld", "bereich"],
  rhythm: ["rhythmus", "haeufigkeit"],
  street: ["strasse", "adresse"],
  postcode: ["plz", "postleitzahl"],
  townName: ["ort", "ortsteil", "stadt"],
  latitude: ["latitude", "breite"],
  longitude: ["longitude", "laenge"],
  durationMinutes: ["dauer_minuten", "dauer"],
  seats: ["plaetze", "seats"],
  minimumAge: ["mindestalter"],
} as const;

export type ColumnName = keyof typeof columns;

/** The headings of our own template, in their order. */
export const templateHeadings = [
  "nummer",
  "titel",
  "organisation",
  "kurzbeschreibung",
  "beschreibung",
  "felder",
  "rhythmus",
  "strasse",
  "plz",
  "ort",
  "dauer_minuten",
  "plaetze",
  "mindestalter",
] as const;

export const templateExample = [
  "1",
  "Vorlesen in der zweiten Klasse",
  "Grundschule am Heidering",
  "Zwölf Kinder, ein Teppich und ein Buch.",
  "Die Lehrerin ist im Raum. Kommen Sie erst einmal schauen.",
  "Schule und Kindergarten",
  "Jede Woche",
  "Heidering 1",
  "02943",
  "Weißwasser",
  "60",
  "2",
  "16",
] as const;

const clues: readonly (readonly [Field, readonly string[]])[] = [
  [
    "school",
    [
      "schule",
      "schueler",
      "kita",
      "kindergarten",
      "hausaufgaben",
      "vorlesen",
      "lesepat",
      "nachhilfe",
      "hort",
    ],
  ],
  ["youth", ["jugend", "azubi", "ausbildung", "bewerbung"]],
  ["sport", ["sport", "turnen", "fussball", "trainer", "schwimm"]],
  ["environment", ["natur", "umwelt", "garten", "tier", "hund", "katze", "wald", "biotop"]],
  ["culture", ["museum", "musik", "chor", "theater", "kultur", "buecherei", "bibliothek", "archiv"]],
  ["health", ["hospiz", "krankenhaus", "pflege", "patient", "demenz", "selbsthilfe"]],
  ["rescue", ["feuerwehr", "thw", "rettung", "sanitaet", "katastroph"]],
  ["faith", ["kirche", "gemeinde", "konfirm", "moschee"]],
  ["leisure", ["spiele", "kochen", "handarbeit", "reparatur", "treff", "cafe"]],
  [
    "social",
    [
      "senior",
      "besuch",
      "tafel",
      "gefluechtet",
      "fluecht",
      "obdach",
      "behinder",
      "familie",
      "begleit",
      "kleiderkammer",
    ],
  ],
];

/** The fields that the words of an offer speak of; without any clue it is a social matter. */
export const guessFields = (text: string): Field[] => {
  const plain = plainSearch(text);
  const found = clues
    .filter(([, words]) => words.some((word) => plain.includes(word)))
    .map(([field]) => field);
  return found.length === 0 ? ["social"] : found.slice(0, 3);
};

const german = { language: "de" };
const english = { language: "en" };

/** The codes of fields that a file names, in either language or as codes. */
export const fieldsNamed = (names: readonly string[]): Field[] =>
  fields.filter((code) =>
    names.some((name) =>
      [code, fieldName(german, code), fieldName(english, code)].some(
        (known) => plainSearch(known) === plainSearch(name),
      ),
    ),
  );

/** The rhythm that a file names; whatever it does not say is a matter of agreement. */
export const rhythmNamed = (name: string): Rhythm =>
  rhythms.find((code) =>
    [code, rhythmName(german, code), rhythmName(english, code)].some(
      (known) => plainSearch(known) === plainSearch(name.trim()),
    ),
  ) ?? "flexible";
