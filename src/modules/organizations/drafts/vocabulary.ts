import { plainWords } from "#methods/likeness.ts";
import {
  fieldName,
  fields,
  languageName,
  needName,
  needs,
  type Sector,
  sectorName,
  sectors,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";

/** The columns of a table of organizations; the first name of each heads our own template. */
export const columns = {
  externalId: ["Kennung", "ID", "externe ID", "Nummer", "organisationsid", "einrichtungsid"],
  name: ["Name", "Organisation", "Verein", "Einrichtungsname", "Einrichtung", "Träger", "Titel"],
  sector: ["Sektor", "Bereich", "Art"],
  legalForm: ["Rechtsform"],
  registerNumber: ["Registernummer", "Vereinsregister", "Register", "VR"],
  summary: ["Kurzbeschreibung", "Kurztext", "Untertitel"],
  description: ["Beschreibung", "Text", "Über uns"],
  website: ["Website", "Webseite", "Internet", "Homepage", "URL"],
  email: ["E-Mail", "Mail", "E-Mail-Adresse", "Mailadresse"],
  phone: ["Telefon", "Tel", "Telefonnummer", "Rufnummer"],
  street: ["Straße", "Strasse", "Straße und Hausnummer", "Adresse", "Anschrift"],
  postcode: ["PLZ", "Postleitzahl"],
  townName: ["Ort", "Stadt", "Gemeinde"],
  latitude: ["Breite", "Latitude", "lat", "Breitengrad"],
  longitude: ["Länge", "Longitude", "lon", "lng", "Längengrad"],
  fields: ["Felder", "Engagementfelder", "Themen", "Feld"],
  targetGroups: ["Zielgruppen", "Zielgruppe"],
  languages: ["Sprachen", "Sprache"],
} as const;

export type ColumnName = keyof typeof columns;

/** The headings of our own table, in order. */
export const templateHeadings: readonly string[] = Object.values(columns).map(([heading]) => heading);

/** A Freinet-style file lists offers: each line one offer, with the name of the organization it belongs to. */
export const offerHeading = "angebotsname";

type Namer = (reader: { readonly language: string }, code: string) => string;

// A code, its German word and its English word are all understood.
const recognizer = <Code extends string>(
  codes: readonly Code[],
  name: Namer,
  more: Readonly<Record<string, Code>> = {},
) => {
  const known = new Map<string, Code>(Object.entries(more));
  for (const code of codes) {
    for (const word of [code, name({ language: "de" }, code), name({ language: "en" }, code)])
      known.set(plainWords(word), code);
  }
  return (word: string): Code | undefined => known.get(plainWords(word));
};

export const recognizeSector = recognizer<Sector>(sectors, sectorName, {
  verein: "civil",
  zivilgesellschaft: "civil",
  ehrenamt: "civil",
  kirche: "civil",
  initiative: "civil",
  stiftung: "civil",
  kommune: "public",
  stadt: "public",
  gemeinde: "public",
  oeffentlich: "public",
  verwaltung: "public",
  behoerde: "public",
  wirtschaft: "business",
  firma: "business",
  unternehmen: "business",
  betrieb: "business",
});
export const recognizeField = recognizer(fields, fieldName);
export const recognizeTargetGroup = recognizer(targetGroups, targetGroupName);
export const recognizeLanguage = recognizer(spokenLanguages, languageName);
export const recognizeNeed = recognizer(needs, needName);

const publicName =
  /^(stadt|gemeinde|landkreis|landratsamt|amt|agentur fuer arbeit|jobcenter|stadtverwaltung)\b/u;
const businessName = /\b(gmbh|ag|kg|ohg|ug)\b/u;
const charitable = /\b(ggmbh|gemeinnuetzige)\b/u;

/** What a name tells about the sector when the file does not say it. */
export const guessSector = (name: string): Sector => {
  const plain = plainWords(name);
  if (publicName.test(plain)) return "public";
  return businessName.test(plain) && !charitable.test(plain) ? "business" : "civil";
};
