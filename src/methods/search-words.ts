/** Words that mean about the same to somebody who looks for something to do. Written plain: no umlauts, lower case. */
const families: readonly (readonly string[])[] = [
  ["kind", "kinder", "kita", "kindergarten", "hort", "schule", "schueler"],
  ["jugend", "jugendliche", "jugendhaus", "jugendclub", "teenager"],
  ["senioren", "senior", "rentner", "aeltere", "pflegeheim", "altersheim", "oma", "opa"],
  ["gefluechtete", "fluechtlinge", "asyl", "migration", "integration", "ukraine"],
  ["behinderung", "inklusion", "handicap", "rollstuhl"],
  ["tier", "tiere", "hund", "hunde", "katze", "tierheim", "tierschutz"],
  ["natur", "umwelt", "wald", "heide", "muell", "baum", "klima"],
  ["garten", "gaertnern", "beet", "pflanzen", "schulgarten"],
  ["vorlesen", "lesen", "buch", "buecher", "bibliothek", "buecherei", "lesepate"],
  ["nachhilfe", "hausaufgaben", "lernen", "lernpate"],
  ["deutsch", "sprache", "sprachcafe", "dolmetschen", "uebersetzen"],
  ["sorbisch", "wendisch", "serbsce", "serbski"],
  ["handy", "smartphone", "computer", "pc", "internet", "digital", "tablet", "laptop"],
  ["fahren", "fahrer", "fahrdienst", "auto", "bus", "fuehrerschein"],
  ["kochen", "backen", "kueche", "kuchen", "essen"],
  ["tafel", "lebensmittel", "ausgabe", "spenden"],
  ["reparieren", "reparatur", "handwerk", "werkstatt", "basteln", "bauen"],
  ["naehen", "stricken", "handarbeit", "haekeln"],
  ["musik", "singen", "chor", "instrument", "band"],
  ["sport", "turnen", "fussball", "trainer", "uebungsleiter", "schwimmen"],
  ["feuerwehr", "thw", "katastrophenschutz", "retten", "rettung", "sanitaeter"],
  ["besuch", "besuchsdienst", "gesellschaft", "spazieren", "einsam", "einsamkeit"],
  ["hospiz", "sterbebegleitung", "trauer"],
  ["kasse", "kassenwart", "buchhaltung", "finanzen", "schatzmeister", "steuern"],
  ["vorstand", "verein", "vorsitz", "leitung"],
  ["fest", "feier", "veranstaltung", "markt", "event"],
  ["foto", "fotografieren", "bilder", "kamera"],
  ["kultur", "museum", "theater", "kunst", "ausstellung"],
  ["geschichte", "archiv", "heimat", "chronik"],
];

/** Words that every offer here answers: they narrow nothing, whichever of them people type. */
const everything = new Set([
  ..."ehrenamt ehrenamtlich ehrenamtliche ehrenamtlicher ehrenaemter freiwillig freiwillige freiwilliger".split(
    " ",
  ),
  ..."freiwilligenarbeit freiwilligendienst engagement engagements engagieren engagiert buergerengagement".split(
    " ",
  ),
  ..."helfen mithelfen hilfe helfer helferin volunteer volunteering angebot angebote etwas machen mitmachen".split(
    " ",
  ),
]);

// Prepositions and articles say nothing, and must not forbid a find.
const fillers = new Set(
  "der die das den dem des ein eine einen einem einer und oder mit im in am an auf fuer von vom zu zum zur bei ich".split(
    " ",
  ),
);

const letters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Lower case, umlauts written out, other accents dropped: "Běła Gärten" becomes "bela gaerten". */
export const plainSearch = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[äöüß]/gu, (letter) => letters[letter] ?? letter)
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

export type SearchWord = {
  /** As it was typed, letters and digits only: safe inside a text query. */
  readonly typed: string;
  /** The same word and its family, without accents. */
  readonly alternatives: readonly string[];
};

const atMost = 8;

// "Senior" finds the family of "Senioren", "Hundes" that of "Hund".
const belongs = (word: string, member: string): boolean =>
  word === member ||
  (word.length >= 5 && member.startsWith(word)) ||
  (member.length >= 4 && word === `${member}s`);

/**
 * What somebody typed, as words with their alternatives. Fillers and words that fit every offer are left out,
 * so an empty list means: everything.
 */
export const searchWords = (text: string): readonly SearchWord[] =>
  (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((typed) => ({ typed, plain: plainSearch(typed) }))
    .filter(({ plain }) => plain.length > 1 && !fillers.has(plain) && !everything.has(plain))
    .slice(0, atMost)
    .map(({ typed, plain }) => {
      const family = families.filter((members) => members.some((member) => belongs(plain, member))).flat();
      return { typed, alternatives: [...new Set([plain, ...family])] };
    });

// The dictionary folds "ä" to "a" and people type "ae": both spellings must find both.
const spellings = (plain: string): string[] => {
  const folded = plain.replace(/ae/gu, "a").replace(/oe/gu, "o").replace(/ue/gu, "u");
  return folded === plain ? [plain] : [plain, folded];
};

/**
 * The words as a PostgreSQL text query: every word must be found, in any of its spellings or family. Words of four
 * letters and more also find what begins with them, as German glues words together. Letters and digits only.
 */
export const textQuery = (words: readonly SearchWord[]): string =>
  words
    .map(({ typed, alternatives }) => {
      const forms = [...new Set([typed, ...alternatives.flatMap(spellings)])];
      return `(${forms.map((form) => (form.length >= 4 ? `${form}:*` : form)).join(" | ")})`;
    })
    .join(" & ");
