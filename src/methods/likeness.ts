/**
 * How alike two entries of a directory are, to find organizations that were entered twice.
 *
 * Names are compared by two measures, of which the better one counts: the Dice coefficient of their
 * letter trigrams (finds typing errors and joined words) and the share of the rarer words that both
 * names have (finds swapped and left-out words). Legal forms, articles and spellings with or without
 * umlauts make no difference. Everything is a number between 0 (nothing in common) and 1 (the same).
 */
export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly street?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly registerNumber?: string | null | undefined;
};

export type Reason = "register" | "name" | "address";

export type Pair = {
  readonly first: string;
  readonly second: string;
  readonly reasons: readonly Reason[];
  /** How sure: 1 for the same register number, else the likeness of the names, raised by the same address. */
  readonly score: number;
};

const letters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Lower case, umlauts written out, other accents dropped, only letters and digits between single blanks. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[äöüß]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łđ]/gu, (letter) => (letter === "ł" ? "l" : "d"))
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();

const legalForms =
  /\b(e v|ev|eingetragener verein|ggmbh|g gmbh|gemeinnuetzige gmbh|gmbh|mbh|ug|haftungsbeschraenkt|ag|eg|kg|ohg|gbr|gag|stiftung des buergerlichen rechts|kdoer|koer|koerperschaft des oeffentlichen rechts|co)\b/gu;
const fillers = new Set([
  "der",
  "die",
  "das",
  "des",
  "den",
  "dem",
  "und",
  "fuer",
  "in",
  "im",
  "an",
  "am",
  "zu",
  "zur",
  "zum",
  "von",
  "vom",
  "bei",
]);

/** A name without legal form, articles and spelling variants: what people mean by it. */
export const plainName = (name: string): string => {
  const words = plainWords(name).replace(legalForms, " ").split(" ");
  const meant = words.filter((word) => word !== "" && !fillers.has(word));
  return meant.length > 0 ? meant.join(" ") : plainWords(name);
};

/** "Straße der Einheit 5a", "Str. d. Einheit 5 a": the same door. */
export const plainStreet = (street: string): string =>
  plainWords(street)
    .replace(/\b(strasse|str)\b|(?<=[a-z])(strasse|str)\b/gu, "str")
    .replace(/\bder\b|\bd\b/gu, "")
    .replace(/(\d) ([a-z])\b/gu, "$1$2")
    .replace(/ /gu, "");

/** "VR 4711, AG Dresden", "vr4711": the register and its number, or nothing when there is no number in it. */
export const plainRegisterNumber = (text: string): string | undefined => {
  const match = /(vr|hrb|hra|gnr|pr)?\s*0*(\d{2,})/iu.exec(plainWords(text));
  return match ? `${match[1] ?? ""}${match[2] ?? ""}` : undefined;
};

const trigrams = (text: string): ReadonlySet<string> => {
  const grams = new Set<string>();
  for (const word of text.split(" ")) {
    const padded = `  ${word} `;
    for (let index = 0; index + 3 <= padded.length; index += 1) grams.add(padded.slice(index, index + 3));
  }
  return grams;
};

const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0;
  for (const gram of a) if (b.has(gram)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
};

type Prepared = {
  readonly plain: string;
  readonly grams: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
};

const prepared = (name: string): Prepared => {
  const plain = plainName(name);
  return { plain, grams: trigrams(plain), words: new Set(plain.split(" ")) };
};

/** Words that many entries have ("Sportverein", the town's name) say little about one of them. */
type Weigh = (word: string) => number;
const alike: Weigh = () => 1;

const sharedWords = (a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number => {
  const weight = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weigh(word), 0);
  const both = weight([...a].filter((word) => b.has(word)));
  const all = Math.max(weight(a), weight(b));
  return all === 0 ? 0 : both / all;
};

const compared = (a: Prepared, b: Prepared, weigh: Weigh): number => {
  if (a.plain === b.plain) return 1;
  // Two numbered groups ("Kita 1", "Kita 2") differ in the one thing that counts.
  const digits = (text: string): string => text.replace(/\D+/gu, " ").trim();
  if (digits(a.plain) !== digits(b.plain)) return 0;
  const letterwise = dice(a.grams, b.grams);
  const wordwise = sharedWords(a.words, b.words, weigh);
  return Math.max((letterwise + wordwise) / 2, letterwise >= 0.8 ? letterwise : 0);
};

/** How alike two names are, from 0 to 1; the same name in another legal form is 1. */
export const nameLikeness = (a: string, b: string): number => compared(prepared(a), prepared(b), alike);

const sure = 0.72;
// Clubs of neighboring villages bear the same name but for the village.
const sureElsewhere = 0.9;
const atSameAddress = 0.4;

const rarity = (all: readonly Prepared[]): Weigh => {
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => 1 / Math.sqrt(counts.get(word) ?? 1);
};

type Candidate = {
  readonly entry: Entry;
  readonly name: Prepared;
  readonly register: string | undefined;
  readonly door: string;
};

const candidate = (entry: Entry): Candidate => ({
  entry,
  name: prepared(entry.name),
  register: plainRegisterNumber(entry.registerNumber ?? ""),
  door:
    entry.street && /\d/u.test(entry.street) ? `${entry.postcode ?? ""}/${plainStreet(entry.street)}` : "",
});

const judge = (a: Candidate, b: Candidate, weigh: Weigh): Pair | undefined => {
  const name = compared(a.name, b.name, weigh);
  const register = a.register !== undefined && a.register === b.register;
  const address = a.door !== "" && a.door === b.door;
  // Two different numbers in the register are two organizations, however alike their names are.
  const apart = a.register !== undefined && b.register !== undefined && !register;
  const elsewhere = Boolean(a.entry.postcode && b.entry.postcode && a.entry.postcode !== b.entry.postcode);
  if (
    apart ||
    !(register || name >= (elsewhere ? sureElsewhere : sure) || (address && name >= atSameAddress))
  )
    return undefined;
  const reasons: Reason[] = [];
  if (register) reasons.push("register");
  if (name >= atSameAddress) reasons.push("name");
  if (address) reasons.push("address");
  const score = register ? 1 : Math.min(0.99, name + (address ? 0.2 : 0));
  return { first: a.entry.id, second: b.entry.id, reasons, score };
};

// Only entries that begin or end a word alike, or share door or register, are looked at: all pairs of a large
// region would be millions.
const keysOf = ({ name, register, door }: Candidate): readonly string[] => [
  ...[...name.words].flatMap((word) =>
    word.length < 3 ? [word] : [`${word.slice(0, 3)}-`, `-${word.slice(-3)}`],
  ),
  ...(register === undefined ? [] : [`r:${register}`]),
  ...(door === "" ? [] : [`d:${door}`]),
];

type Index = ReadonlyMap<string, readonly Candidate[]>;

const indexed = (all: readonly Candidate[]): Index => {
  const index = new Map<string, Candidate[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const block = index.get(key);
      if (block) block.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
};

const around = (one: Candidate, index: Index): ReadonlySet<Candidate> =>
  new Set(keysOf(one).flatMap((key) => index.get(key) ?? []));

/** The pairs that look like one organization entered twice, the surest first. */
export const findDoubles = (entries: readonly Entry[], limit = 100): readonly Pair[] => {
  const all = entries.map(candidate);
  const weigh = rarity(all.map(({ name }) => name));
  const position = new Map(all.map((one, index) => [one, index]));
  const index = indexed(all);
  const pairs = all.flatMap((a, place) =>
    [...around(a, index)].flatMap((b) => ((position.get(b) ?? 0) > place ? (judge(a, b, weigh) ?? []) : [])),
  );
  return pairs.sort((a, b) => b.score - a.score).slice(0, limit);
};

/** Looks through `others` once, then finds for any entry the one that is most probably the same, if any. */
export const doubleFinder = (others: readonly Entry[]): ((entry: Entry) => Pair | undefined) => {
  const all = others.map(candidate);
  const weigh = rarity(all.map(({ name }) => name));
  const index = indexed(all);
  return (entry) => {
    const own = candidate(entry);
    return [...around(own, index)]
      .flatMap((other) => judge(own, other, weigh) ?? [])
      .sort((a, b) => b.score - a.score)[0];
  };
};

/** The entry that is most probably the same as `entry`, if any. */
export const findDouble = (entry: Entry, others: readonly Entry[]): Pair | undefined =>
  doubleFinder(others)(entry);
