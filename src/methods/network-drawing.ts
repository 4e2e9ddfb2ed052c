import type { DatedNetwork, DatedTie } from "./network-growth.ts";

/** An actor of the picture: its short name in addresses, its name, the place of its sector, and where it stands (0 to 1). */
export type DrawnActor = readonly [slug: string, name: string, sector: number, x: number, y: number];

/** A network through years, as picture, tables and the script of the page take it. */
export type Drawing = {
  readonly years: readonly number[];
  /** The day for which each year is shown. */
  readonly days: readonly string[];
  readonly actors: readonly DrawnActor[];
  /**
   * Ties behind each other, five numbers each, ordered by pair: the places of both actors, the places of the first and
   * the last year on whose day it stood, and the number of its cooperation. What stood on no such day is left out.
   */
  readonly ties: readonly number[];
};

/** A dated tie and the number of the cooperation it belongs to. */
export type NumberedTie = DatedTie & { readonly cooperation: number };

const tieLength = 5;

type Span = readonly [one: number, other: number, first: number, last: number, cooperation: number];

const spanOf = (tie: NumberedTie, days: readonly string[]): readonly Span[] => {
  const first = days.findIndex((day) => day >= tie.startsOn);
  const last = days.findLastIndex((day) => tie.endsOn === null || day <= tie.endsOn);
  if (first < 0 || last < first || tie.from === tie.to) return [];
  return [[Math.min(tie.from, tie.to), Math.max(tie.from, tie.to), first, last, tie.cooperation]];
};

/** Dated ties as the spans of years a drawing holds; `days` ascend. */
export const spansOf = (ties: readonly NumberedTie[], days: readonly string[]): readonly number[] =>
  ties
    .flatMap((tie) => spanOf(tie, days))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[4] - b[4])
    .flat();

type Visit = (one: number, other: number, first: number, last: number, cooperation: number) => void;

// A network of 50,000 ties is walked for each page, so nothing is made on the way.
const eachTie = ({ ties }: Drawing, visit: Visit): void => {
  for (let at = 0; at < ties.length; at += tieLength)
    visit(ties[at] ?? 0, ties[at + 1] ?? 0, ties[at + 2] ?? 0, ties[at + 3] ?? 0, ties[at + 4] ?? 0);
};

/** How many ties a drawing holds through all years. */
export const countTies = ({ ties }: Drawing): number => ties.length / tieLength;

/** What an actor had in a year: others it was tied to, and cooperations. */
export type Tally = { readonly actor: number; readonly ties: number; readonly cooperations: number };

/** The actors tied in the year at this place, the most tied first, then in their order. */
export const tallyYear = (drawing: Drawing, at: number): readonly Tally[] => {
  const counts = new Uint32Array(drawing.actors.length);
  const cooperations = drawing.actors.map((): Set<number> | undefined => undefined);
  const joins = (actor: number, cooperation: number): void => {
    const known = cooperations[actor];
    if (known) known.add(cooperation);
    else cooperations[actor] = new Set([cooperation]);
  };
  let pair = -1;
  eachTie(drawing, (one, other, first, last, cooperation) => {
    if (first > at || last < at) return;
    joins(one, cooperation);
    joins(other, cooperation);
    const key = one * counts.length + other;
    if (key === pair) return;
    pair = key;
    counts[one] = (counts[one] ?? 0) + 1;
    counts[other] = (counts[other] ?? 0) + 1;
  });
  return cooperations
    .flatMap((known, actor) => (known ? [{ actor, ties: counts[actor] ?? 0, cooperations: known.size }] : []))
    .sort((a, b) => b.ties - a.ties || a.actor - b.actor);
};

/** A pair that was tied in a year; `fresh` when it was not in the earlier one. */
export type DrawnPair = { readonly one: number; readonly other: number; readonly fresh: boolean };

/** What changed from one year to another; without an earlier year, every pair came. */
export type YearChanges = {
  readonly came: number;
  readonly went: number;
  /** Pairs that came, by their sectors: `${lower} ${higher}`. */
  readonly cameBetween: Readonly<Record<string, number>>;
};

/** The pairs of the year at `at`, and what changed since the year at `before`. */
export const compareYears = (
  drawing: Drawing,
  before: number | undefined,
  at: number,
): { readonly pairs: readonly DrawnPair[]; readonly changes: YearChanges } => {
  const pairs: DrawnPair[] = [];
  const cameBetween: Record<string, number> = {};
  let [came, went] = [0, 0];
  // The ties of a pair stand behind each other; it is counted when the next pair begins.
  let [pairOne, pairOther, isNow, was] = [-1, -1, false, false];
  const close = (): void => {
    if (isNow) pairs.push({ one: pairOne, other: pairOther, fresh: !was });
    if (was && !isNow) went += 1;
    if (was || !isNow) return;
    came += 1;
    const between = [drawing.actors[pairOne]?.[2] ?? 0, drawing.actors[pairOther]?.[2] ?? 0].sort().join(" ");
    cameBetween[between] = (cameBetween[between] ?? 0) + 1;
  };
  eachTie(drawing, (one, other, first, last) => {
    if (one !== pairOne || other !== pairOther) {
      close();
      [pairOne, pairOther, isNow, was] = [one, other, false, false];
    }
    isNow ||= first <= at && last >= at;
    was ||= before !== undefined && first <= before && last >= before;
  });
  close();
  return { pairs, changes: { came, went, cameBetween } };
};

const nobody: DrawnActor = ["", "", 0, 0, 0];

/** Only the ties for which `keeps` is true, and the actors that have one of them in any year. */
export const narrowDrawing = (drawing: Drawing, keeps: (one: number, other: number) => boolean): Drawing => {
  const kept: Span[] = [];
  eachTie(drawing, (...tie) => {
    if (keeps(tie[0], tie[1])) kept.push(tie);
  });
  const places = [...new Set(kept.flatMap((tie) => tie.slice(0, 2)))].sort((a, b) => a - b);
  const placeOf = new Map(places.map((place, at) => [place, at]));
  return {
    ...drawing,
    actors: places.map((place) => drawing.actors[place] ?? nobody),
    ties: kept.flatMap(([one, other, ...rest]) => [placeOf.get(one) ?? 0, placeOf.get(other) ?? 0, ...rest]),
  };
};

/** Everybody this actor is tied to in any year, and itself. */
export const circleOf = (drawing: Drawing, actor: number): ReadonlySet<number> => {
  const circle = new Set([actor]);
  eachTie(drawing, (one, other) => {
    if (one === actor) circle.add(other);
    if (other === actor) circle.add(one);
  });
  return circle;
};

/** The network of the year at this place as the measures take it; actors are named by their slug. */
export const yearNetwork = (drawing: Drawing, at: number, sectors: readonly string[]): DatedNetwork => {
  const ties: DatedTie[] = [];
  eachTie(drawing, (from, to, first, last) => {
    if (first <= at && last >= at) ties.push({ from, to, startsOn: "", endsOn: null });
  });
  return {
    ids: drawing.actors.map(([slug]) => slug),
    sectors,
    sectorOf: drawing.actors.map(([, , sector]) => sector),
    ties,
  };
};
