import type { Context } from "#core/context.ts";
import { distanceKilometers, type Point } from "#methods/geography.ts";
import { ranked, scoreOf } from "#methods/match-score.ts";
import { searchWords } from "#methods/search-words.ts";
import { spans } from "#methods/week-parts.ts";
import { listOpen, type OpenOffer, offerOf, weightsOf } from "#modules/opportunities/openings/queries.ts";
import { pointOf } from "#modules/opportunities/queries.ts";
import { findByWords, type Hits } from "#modules/opportunities/search/queries.ts";
import { reasonsIn } from "#modules/opportunities/suggestions/vocabulary.ts";
import { seatsFree } from "#modules/opportunities/vocabulary.ts";
import { emptyProfile, type Profile } from "#modules/opportunities/wishes/queries.ts";
import type { Filters } from "./vocabulary.ts";

export const pageSize = 20;

/** Each way to narrow the list; "full" is asked by nobody and always holds. */
export const axes = [
  "organisation",
  "q",
  "feld",
  "zeit",
  "rhythmus",
  "dauer",
  "umkreis",
  "alter",
  "sprachen",
  "barrierefrei",
  "full",
] as const;
export type Axis = (typeof axes)[number];

type Home = { readonly point: Point; readonly known: boolean };
type Question = { readonly filters: Filters; readonly hits: Hits | null; readonly home: Home };

const spanOf = { tag: spans.day, abend: spans.evening, wochenende: spans.weekend } as const;

// What has no time, no place or no duration written down is not left out for it.
const timeFits = (offer: OpenOffer, zeit: string): boolean =>
  offer.times === 0 || (offer.times & spanOf[zeit as keyof typeof spanOf]) !== 0;

const kilometersTo = (offer: OpenOffer, point: Point): number | null =>
  offer.latitude === null || offer.longitude === null
    ? null
    : distanceKilometers(point, { latitude: offer.latitude, longitude: offer.longitude });

const rangeFits = (offer: OpenOffer, range: string, point: Point): boolean => {
  if (range === "zuhause") return offer.placeKind === "remote";
  return offer.placeKind !== "onsite" || (kilometersTo(offer, point) ?? 0) <= Number(range);
};

const languageFits = (offer: OpenOffer, code: string): boolean =>
  offer.languages.includes(code) || offer.languagesRequired.includes(code);

/** Does the offer pass one value of one filter? */
export const valueFits = (axis: Axis, offer: OpenOffer, value: string, home: Point): boolean => {
  switch (axis) {
    case "feld":
      return offer.fields.includes(value);
    case "zeit":
      return timeFits(offer, value);
    case "rhythmus":
      return offer.rhythm === value;
    case "dauer":
      return offer.durationMinutes === null || offer.durationMinutes <= Number(value);
    case "umkreis":
      return rangeFits(offer, value, home);
    case "alter":
      return offer.minimumAge === null || offer.minimumAge <= Number(value);
    case "sprachen":
      return languageFits(offer, value);
    case "barrierefrei":
      return offer.placeKind !== "onsite" || offer.accessibility.includes(value);
    default:
      return offer.organizationSlug === value;
  }
};

const axisFits = (axis: Axis, offer: OpenOffer, { filters, hits, home }: Question): boolean => {
  if (axis === "full") return seatsFree(offer) !== 0;
  if (axis === "q") return hits === null || hits.has(offer.id);
  const wanted = filters[axis];
  const values: readonly string[] = typeof wanted === "string" ? (wanted === "" ? [] : [wanted]) : wanted;
  if (values.length === 0) return true;
  const fits = (value: string) => valueFits(axis, offer, value, home.point);
  return axis === "barrierefrei" ? values.every(fits) : values.some(fits);
};

const profileFrom = (filters: Filters, home: Home): Profile => ({
  ...emptyProfile,
  fields: filters.feld,
  times: filters.zeit.reduce((sum, zeit) => sum | spanOf[zeit], 0),
  rhythms: filters.rhythmus,
  home: home.known || filters.umkreis !== "" ? home.point : null,
  radius: Number(filters.umkreis) || null,
  languages: filters.sprachen,
});

export type Row = {
  readonly offer: OpenOffer;
  /** Meters from the postcode that was typed. */
  readonly meters: number | null;
  readonly reason: string | undefined;
};

const twoWeeks = 14 * 86_400_000;

// Without any wish: the next dates first, then whatever waits longest for somebody.
const waitingOf =
  (now: Date) =>
  ({ startsAt, publishedAt }: OpenOffer): number => {
    const soon = startsAt && +startsAt >= +now && +startsAt - +now < twoWeeks;
    return soon ? +startsAt - +now : twoWeeks + +(publishedAt ?? now);
  };

// The key of an offer is made once, not at each comparison.
const sortedBy = (offers: readonly OpenOffer[], keyOf: (offer: OpenOffer) => number): OpenOffer[] =>
  offers
    .map((offer) => ({ offer, key: keyOf(offer) }))
    .sort((a, b) => a.key - b.key)
    .map(({ offer }) => offer);

const arranged = async (ctx: Context, offers: readonly OpenOffer[], question: Question, profile: Profile) => {
  const { filters, hits, home } = question;
  const asked =
    profile.fields.length + profile.rhythms.length + profile.languages.length + profile.times > 0 ||
    profile.home !== null;
  const order = filters.sortierung;
  if (order === "neu") return [...offers].sort((a, b) => +(b.publishedAt ?? 0) - +(a.publishedAt ?? 0));
  if (order === "nah") {
    const way = (offer: OpenOffer) =>
      offer.placeKind === "onsite" ? (kilometersTo(offer, home.point) ?? 1e6) : 1e5;
    return sortedBy(offers, way);
  }
  if (hits) return [...offers].sort((a, b) => (hits.get(b.id)?.rank ?? 0) - (hits.get(a.id)?.rank ?? 0));
  if (!asked) return sortedBy(offers, waitingOf(ctx.now));
  const weights = await weightsOf(ctx);
  const matches = offers.map((offer) => {
    const own = { ...offerOf(ctx, offer), own: offer };
    return { offer: own, ...scoreOf(profile, own, weights) };
  });
  return ranked(matches).map((match) => match.offer.own);
};

const rowOf = (ctx: Context, offer: OpenOffer, profile: Profile, home: Home): Row => {
  const { reasons } = reasonsIn(ctx, scoreOf(profile, offerOf(ctx, offer)), offer, profile);
  const kilometers = home.known ? kilometersTo(offer, home.point) : null;
  return { offer, meters: kilometers === null ? null : kilometers * 1_000, reason: reasons[0] };
};

export type Almost = Row & { readonly axis: "zeit" | "rhythmus" | "umkreis" | "dauer" };

const loose = ["zeit", "rhythmus", "umkreis", "dauer"] as const;
const isLoose = (axis: Axis | undefined): axis is Almost["axis"] => loose.some((one) => one === axis);

const questionOf = async (ctx: Context, filters: Filters): Promise<Question> => {
  const words = searchWords(filters.q);
  const hits = words.length > 0 ? await findByWords(ctx, words) : null;
  const point = /^\d{5}$/u.test(filters.plz) ? pointOf(ctx, filters.plz) : undefined;
  return { filters, hits, home: { point: point ?? ctx.place, known: point !== undefined } };
};

/** Those of some open offers that the filters let through, full ones left out. */
export const passing = async (
  ctx: Context,
  filters: Filters,
  offers: readonly OpenOffer[],
): Promise<readonly OpenOffer[]> => {
  const question = await questionOf(ctx, filters);
  return offers.filter((offer) => axes.every((axis) => axisFits(axis, offer, question)));
};

/**
 * One page of the open offers as the filters want them, with everything that is said around it: how many each
 * value would leave, what is left out and why, and which single filter to loosen.
 */
export const findOffers = async (ctx: Context, filters: Filters, size = pageSize) => {
  const question = await questionOf(ctx, filters);
  const { hits, home } = question;
  const offers = await listOpen(ctx);
  const judged = offers.map((offer) => ({
    offer,
    fails: axes.filter((axis) => !axisFits(axis, offer, question)),
  }));
  // What stays when one filter is lifted, found once for all values of that filter.
  const lifted = new Map<Axis, readonly OpenOffer[]>();
  const without = (axis: Axis): readonly OpenOffer[] => {
    const known =
      lifted.get(axis) ??
      judged.flatMap(({ offer, fails }) => (fails.every((failed) => failed === axis) ? [offer] : []));
    lifted.set(axis, known);
    return known;
  };
  const shown = judged.flatMap(({ offer, fails }) => (fails.length === 0 ? [offer] : []));
  const profile = profileFrom(filters, home);
  const sorted = await arranged(ctx, shown, question, profile);
  const page = Math.min(filters.seite, Math.max(1, Math.ceil(sorted.length / size)));
  const only = (axis: Axis) => judged.filter(({ fails }) => fails.length === 1 && fails[0] === axis).length;
  const nearly =
    shown.length < 10 ? judged.filter(({ fails }) => fails.length === 1 && isLoose(fails[0])) : [];
  return {
    rows: sorted.slice((page - 1) * size, page * size).map((offer) => rowOf(ctx, offer, profile, home)),
    almost: nearly
      .slice(0, 3)
      .flatMap(({ offer, fails: [axis] }): Almost[] =>
        isLoose(axis) ? [{ ...rowOf(ctx, offer, profile, home), axis }] : [],
      ),
    total: shown.length,
    all: offers.length,
    page,
    similar: hits !== null && hits.size > 0 && ![...hits.values()].some(({ direct }) => direct),
    unknownPostcode: filters.plz !== "" && !home.known,
    hidden: axes
      .map((axis) => ({ axis, n: judged.filter(({ fails }) => fails[0] === axis).length }))
      .filter(({ n }) => n > 0),
    loosened: axes
      .map((axis) => ({ axis, n: only(axis) }))
      .filter(({ axis, n }) => n > 0 && axis !== "full")
      .sort((a, b) => b.n - a.n),
    /** How many offers each value of a filter would leave, all other filters kept. */
    count: (axis: Axis, value: string): number =>
      without(axis).filter((offer) => valueFits(axis, offer, value, home.point)).length,
  };
};

export type Result = Awaited<ReturnType<typeof findOffers>>;

/** What the search over everything finds among the offers, best first. */
export const searchOffers = async (ctx: Context, typed: string) => {
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const hits = await findByWords(ctx, words);
  const offers = await listOpen(ctx);
  return offers
    .flatMap(({ id, title, slug, organization }) => {
      const hit = hits.get(id);
      return hit ? [{ title, slug, organization, rank: hit.rank }] : [];
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, pageSize);
};
