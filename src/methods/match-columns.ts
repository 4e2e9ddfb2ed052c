import { distanceKilometers } from "./geography.ts";
import { daysForCheck, type Offer } from "./match-gates.ts";
import { countParts } from "./match-score.ts";

/** An offer under its name, and until when it may be suggested at all. */
export type Named = Offer & { readonly id: string; readonly until: number | null };

/** Lists of codes as bits of one number: no list of ours knows more words than a number has bits. */
const mostCodes = 32;
type Codes = Map<string, number>;

const bitOf = (codes: Codes, code: string): number => {
  const known = codes.get(code);
  if (known !== undefined) return known;
  if (codes.size === mostCodes) throw new RangeError(`more than ${mostCodes} codes of one sort`);
  codes.set(code, codes.size);
  return codes.size - 1;
};

/** The bits of some codes; a code that no offer has is no bit. */
export const maskOf = (codes: ReadonlyMap<string, number>, list: readonly string[]): number =>
  list.reduce((mask, code) => {
    const bit = codes.get(code);
    return bit === undefined ? mask : mask | (1 << bit);
  }, 0);

const learned = (codes: Codes, list: readonly string[]): number => {
  for (const code of list) bitOf(codes, code);
  return maskOf(codes, list);
};

/** A square of the map: its middle, and how far from it the farthest offer lies. */
export type Cell = { readonly latitude: number; readonly longitude: number; reach: number };

const degrees = 0.05;

export const flag = { anywhere: 1, full: 2, checkSoon: 4, placed: 8 } as const;

/** What the score asks of an offer, each question in one row of numbers. */
export type Columns = ReturnType<typeof makeColumns>;

const makeColumns = (size: number) => ({
  fields: new Int32Array(size),
  skills: new Int32Array(size),
  targetGroups: new Int32Array(size),
  named: new Uint8Array(size * 3),
  times: new Int32Array(size),
  parts: new Uint8Array(size),
  rhythm: new Uint8Array(size),
  company: new Uint8Array(size),
  languages: new Int32Array(size),
  required: new Int32Array(size),
  accessibility: new Int32Array(size),
  flags: new Uint8Array(size),
  age: new Int16Array(size),
  latitude: new Float64Array(size),
  longitude: new Float64Array(size),
  cell: new Int32Array(size),
  freshness: new Float64Array(size),
  answers: new Float64Array(size),
  waiting: new Float64Array(size),
  until: new Float64Array(size),
});

const makeBooks = () => ({
  fields: new Map<string, number>(),
  skills: new Map<string, number>(),
  targetGroups: new Map<string, number>(),
  languages: new Map<string, number>(),
  accessibility: new Map<string, number>(),
  rhythms: new Map<string, number>(),
  companies: new Map<string, number>(),
});

/** All offers as numbers, with the books that say which number stands for which word. */
export type Store = {
  columns: Columns;
  size: number;
  readonly books: ReturnType<typeof makeBooks>;
  readonly cells: Cell[];
  readonly cellAt: Map<number, number>;
};

/** An empty store with room for so many offers. */
export const makeStore = (room: number): Store => ({
  columns: makeColumns(room),
  size: room,
  books: makeBooks(),
  cells: [],
  cellAt: new Map(),
});

/** Twice the room. */
export const grow = (store: Store): void => {
  const old = store.columns;
  const wider = makeColumns(store.size * 2);
  for (const name of Object.keys(wider) as (keyof Columns)[]) {
    const from: ArrayLike<number> = old[name];
    wider[name].set(from);
  }
  store.columns = wider;
  store.size *= 2;
};

const cellOf = (store: Store, latitude: number, longitude: number): number => {
  const [row, column] = [Math.floor(latitude / degrees), Math.floor(longitude / degrees)];
  const key = row * 100_000 + column;
  let number = store.cellAt.get(key);
  if (number === undefined) {
    number = store.cells.length;
    store.cellAt.set(key, number);
    store.cells.push({ latitude: (row + 0.5) * degrees, longitude: (column + 0.5) * degrees, reach: 0 });
  }
  const cell = store.cells[number];
  if (cell) cell.reach = Math.max(cell.reach, distanceKilometers(cell, { latitude, longitude }));
  return number;
};

const flagsOf = (offer: Offer): number => {
  const { anywhere, seatsFree, needsCheck, startsInDays, where } = offer;
  return (
    (anywhere ? flag.anywhere : 0) |
    (seatsFree !== null && seatsFree <= 0 ? flag.full : 0) |
    (needsCheck && startsInDays !== null && startsInDays < daysForCheck ? flag.checkSoon : 0) |
    (where ? flag.placed : 0)
  );
};

/** Writes one offer into its slot. */
export const write = (store: Store, slot: number, offer: Named): void => {
  const { columns: c, books } = store;
  c.fields[slot] = learned(books.fields, offer.fields);
  c.skills[slot] = learned(books.skills, offer.skills);
  c.targetGroups[slot] = learned(books.targetGroups, offer.targetGroups);
  c.named[slot * 3] = new Set(offer.fields).size;
  c.named[slot * 3 + 1] = new Set(offer.skills).size;
  c.named[slot * 3 + 2] = new Set(offer.targetGroups).size;
  c.times[slot] = offer.times;
  c.parts[slot] = countParts(offer.times);
  c.rhythm[slot] = bitOf(books.rhythms, offer.rhythm);
  c.company[slot] = bitOf(books.companies, offer.company);
  c.languages[slot] = learned(books.languages, offer.languages);
  c.required[slot] = learned(books.languages, offer.languagesRequired);
  c.accessibility[slot] = learned(books.accessibility, offer.accessibility);
  c.flags[slot] = flagsOf(offer);
  c.age[slot] = offer.minimumAge ?? -1;
  c.latitude[slot] = offer.where?.latitude ?? 0;
  c.longitude[slot] = offer.where?.longitude ?? 0;
  c.cell[slot] = offer.where ? cellOf(store, offer.where.latitude, offer.where.longitude) : 0;
  c.freshness[slot] = offer.freshness;
  c.answers[slot] = offer.answerRate ?? Number.NaN;
  c.waiting[slot] = offer.waitingSince;
  c.until[slot] = offer.until ?? Number.POSITIVE_INFINITY;
};
