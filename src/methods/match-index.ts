import { grow, makeStore, type Named, type Store, write } from "./match-columns.ts";
import { type GateName, gatesClosedFor, type Seeker } from "./match-gates.ts";
import { gateBits, gatekeeper, isSilent, scorer } from "./match-query.ts";
import { type Closed, type Match, nearTie, scoreOf, type Weights } from "./match-score.ts";

/** What somebody looks for: how many of the best, how many of the closed ones by name, and at which moment. */
export type Search = {
  readonly seeker: Seeker;
  readonly weights: Weights;
  readonly k: number;
  readonly closed: number;
  readonly now: number;
  /** What is not to be thought of at all: neither found nor counted. */
  readonly except?: ReadonlySet<string>;
};

export type Answer<O extends Named> = {
  readonly matches: readonly Match<O>[];
  /** The first closed ones, longest waiting first, with every gate. */
  readonly closed: readonly Closed<O>[];
  readonly counts: {
    readonly open: number;
    readonly closed: number;
    readonly by: Readonly<Record<GateName, number>>;
  };
};

/** Offers, longest waiting first and then by id, of which the best for anybody are found without reading them all. */
export type MatchIndex<O extends Named> = {
  readonly size: () => number;
  readonly get: (id: string) => O | undefined;
  readonly set: (offer: O) => void;
  readonly remove: (id: string) => void;
  readonly top: (search: Search) => Answer<O>;
};

const earlier = (a: Named, b: Named): boolean =>
  a.waitingSince < b.waitingSince || (a.waitingSince === b.waitingSince && a.id < b.id);

type Book<O extends Named> = {
  readonly store: Store;
  offers: (O | undefined)[];
  /** The slots, longest waiting first. */
  order: Int32Array;
  size: number;
  readonly slots: Map<string, number>;
  readonly free: number[];
};

// Where an offer stands or would stand: the number of those that wait longer.
const placeOf = <O extends Named>(book: Book<O>, offer: Named): number => {
  let [low, high] = [0, book.size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = book.offers[book.order[middle] ?? 0];
    if (other && earlier(other, offer)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const drop = <O extends Named>(book: Book<O>, id: string): void => {
  const slot = book.slots.get(id);
  const offer = slot === undefined ? undefined : book.offers[slot];
  if (slot === undefined || !offer) return;
  const place = placeOf(book, offer);
  book.order.copyWithin(place, place + 1, book.size);
  book.size -= 1;
  book.slots.delete(id);
  book.offers[slot] = undefined;
  book.free.push(slot);
};

const put = <O extends Named>(book: Book<O>, offer: O): void => {
  drop(book, offer.id);
  if (book.free.length === 0 && book.size === book.store.size) {
    grow(book.store);
    const wider = new Int32Array(book.store.size);
    wider.set(book.order);
    book.order = wider;
  }
  const slot = book.free.pop() ?? book.size;
  const place = placeOf(book, offer);
  book.order.copyWithin(place + 1, place, book.size);
  book.order[place] = slot;
  book.size += 1;
  book.offers[slot] = offer;
  book.slots.set(offer.id, slot);
  write(book.store, slot, offer);
};

/** The highest `k` of some numbers; `least` is the lowest of them once there are so many. */
const highest = (k: number) => {
  const kept = new Float64Array(k);
  let size = 0;
  return {
    add: (value: number): void => {
      let at = size;
      while (at > 0 && (kept[at - 1] ?? 0) < value) at -= 1;
      if (at === k) return;
      kept.copyWithin(at + 1, at, Math.min(size, k - 1));
      kept[at] = value;
      if (size < k) size += 1;
    },
    least: (): number => (size < k ? Number.NEGATIVE_INFINITY : (kept[k - 1] ?? 0)),
  };
};

// Far below what any score differs by, far above what is lost in adding ten numbers.
const rounding = 1e-9;
/** Whoever asks for more than these gets nearly everything anyhow: then all are scored. */
const mostPruned = 2_000;

type Scored = { readonly place: number; readonly score: number };

/**
 * Counts what is open and what is closed, and keeps whatever may stand among the best `k`. Fewer than `k` are better
 * than the group of near ties in which the k-th stands, so its best is no worse than the k-th best score: what is
 * more than a near tie below that is out, whatever comes later.
 */
const sift = <O extends Named>(book: Book<O>, { seeker, weights, k, closed, now, except }: Search) => {
  const { order, size, store } = book;
  const gates = gatekeeper(store, seeker);
  const score = scorer(store, seeker, weights);
  const silent = isSilent(seeker);
  const { until } = store.columns;
  const byGate = new Int32Array(64);
  const named: number[] = [];
  const out = new Set([...(except ?? [])].flatMap((id) => book.slots.get(id) ?? []));
  const best = k <= mostPruned ? highest(k) : undefined;
  const kept: Scored[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  let open = 0;
  for (let place = 0; place < size; place += 1) {
    const slot = order[place] ?? 0;
    if ((until[slot] ?? 0) < now || (out.size > 0 && out.has(slot))) continue;
    const shut = gates(slot);
    if (shut !== 0) {
      byGate[shut] = (byGate[shut] ?? 0) + 1;
      if (named.length < closed) named.push(slot);
      continue;
    }
    open += 1;
    // Of those that fit alike the longest waiting come first, and they stand first.
    if (k === 0 || (silent && open > k)) continue;
    const value = score(slot, floor);
    if (value < floor) continue;
    kept.push({ place, score: value });
    if (!best) continue;
    best.add(value);
    floor = best.least() - nearTie - rounding;
  }
  return { kept, named, byGate, open };
};

const countsOf = (open: number, byGate: Int32Array): Answer<Named>["counts"] => {
  const by = { full: 0, age: 0, check: 0, language: 0, barrier: 0, notThis: 0 };
  let closed = 0;
  byGate.forEach((n, shut) => {
    closed += n;
    for (const name of Object.keys(by) as GateName[]) if ((shut & gateBits[name]) !== 0) by[name] += n;
  });
  return { open, closed, by };
};

/** The first `k` of a list in this order; for few of many, without sorting the rest. */
const firstOf = (list: Scored[], k: number, compare: (a: Scored, b: Scored) => number): Scored[] => {
  if (k > 64 || list.length <= 2 * k) return list.sort(compare).slice(0, k);
  const kept: Scored[] = [];
  for (const item of list) {
    const last = kept[k - 1];
    if (last && compare(item, last) >= 0) continue;
    let at = kept.length;
    while (at > 0 && compare(item, kept[at - 1] ?? item) < 0) at -= 1;
    kept.splice(at, 0, item);
    kept.length = Math.min(kept.length, k);
  }
  return kept;
};

/** The places of the best `k` in the order of `ranked`: group by group of near ties, each by how long it waits. */
const bestOf = <O extends Named>(book: Book<O>, kept: readonly Scored[], k: number): readonly Scored[] => {
  const { waiting } = book.store.columns;
  const waits = ({ place }: Scored): number => waiting[book.order[place] ?? 0] ?? 0;
  const asGood = (a: Scored, b: Scored) => waits(a) - waits(b) || b.score - a.score || a.place - b.place;
  const found: Scored[] = [];
  let left = kept;
  while (found.length < k && left.length > 0) {
    const top = left.reduce((most, { score }) => Math.max(most, score), 0);
    const group: Scored[] = [];
    const worse: Scored[] = [];
    for (const one of left) (top - one.score <= nearTie ? group : worse).push(one);
    found.push(...firstOf(group, k - found.length, asGood));
    left = worse;
  }
  return found;
};

const search = <O extends Named>(book: Book<O>, asked: Search): Answer<O> => {
  const { seeker, weights, k } = asked;
  const sifted = sift(book, asked);
  const offersAt = (slots: readonly number[]): O[] => slots.flatMap((slot) => book.offers[slot] ?? []);
  const places = bestOf(book, sifted.kept, k);
  return {
    matches: offersAt(places.map(({ place }) => book.order[place] ?? 0)).map((offer) => ({
      offer,
      ...scoreOf(seeker, offer, weights),
    })),
    closed: offersAt(sifted.named).map((offer) => ({ offer, gates: gatesClosedFor(seeker, offer) })),
    counts: countsOf(sifted.open, sifted.byGate),
  };
};

/**
 * Finds exactly what `topMatches` finds among the same offers, longest waiting first and then by id: gates and lists
 * are compared as bits, the way is bounded by squares of the map, and scores are made only where the bound calls for it.
 */
export const indexOf = <O extends Named>(offers: readonly O[]): MatchIndex<O> => {
  const sorted = [...offers].sort((a, b) => (earlier(a, b) ? -1 : 1));
  const room = Math.max(64, sorted.length);
  const book: Book<O> = {
    store: makeStore(room),
    offers: [],
    order: new Int32Array(room),
    size: 0,
    slots: new Map(),
    free: [],
  };
  for (const offer of sorted) put(book, offer);
  return {
    size: () => book.size,
    get: (id) => book.offers[book.slots.get(id) ?? -1],
    set: (offer) => put(book, offer),
    remove: (id) => drop(book, id),
    top: (asked) => search(book, asked),
  };
};
