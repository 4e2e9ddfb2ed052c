/**
 * Who can live with what: offers (single amendments, or packages of give-and-take), the seats of several sectors, and
 * what each seat says of each. The zone of agreement is what nobody says they cannot live with. Exact, for small numbers.
 */

export const stances = ["support", "canLive", "cannotLive"] as const;
export type Stance = (typeof stances)[number];

/** Something that is taken whole or not at all; a single amendment is an offer with one part. */
export type Offer = { readonly id: string; readonly parts: readonly string[] };
export type Seat = { readonly id: string; readonly sector: string };
export type Said = { readonly offer: string; readonly seat: string; readonly stance: Stance };

export type SectorStand = Readonly<Record<Stance, number>> & {
  readonly sector: string;
  readonly silent: number;
};

/** `agreed`: nobody refuses and nobody is silent; `possible`: nobody refuses, some have not said; `refused`. */
export type OfferStand = {
  readonly id: string;
  readonly standing: "agreed" | "possible" | "refused";
  readonly sectors: readonly SectorStand[];
};

export type Combination = {
  readonly offers: readonly string[];
  /** How many times a seat supports one of them. */
  readonly support: number;
  /** Seats that have not said anything on at least one of them. */
  readonly silent: readonly string[];
};

export type Zone = {
  readonly offers: readonly OfferStand[];
  /** The largest sets of offers that can be taken together and that no seat refuses; the most supported first. */
  readonly combinations: readonly Combination[];
};

/** With more offers the sets are too many to look at all of them. */
export const mostOffers = 16;
/** Different parts that all offers together may have: each is a bit of one number. */
export const mostParts = 30;

/** How the sectors stand to one offer. */
export const standOf = (offer: string, seats: readonly Seat[], said: readonly Said[]): OfferStand => {
  const words = new Map(said.filter((one) => one.offer === offer).map((one) => [one.seat, one.stance]));
  const sectors = [...Map.groupBy(seats, ({ sector }) => sector)].map(([sector, members]) => {
    const count = (stance: Stance | undefined) => members.filter(({ id }) => words.get(id) === stance).length;
    return {
      sector,
      support: count("support"),
      canLive: count("canLive"),
      cannotLive: count("cannotLive"),
      silent: count(undefined),
    };
  });
  const refused = sectors.some(({ cannotLive }) => cannotLive > 0);
  const silent = sectors.some((sector) => sector.silent > 0);
  return { id: offer, standing: refused ? "refused" : silent ? "possible" : "agreed", sectors };
};

type Mask = number;

/**
 * Whether a seat lives with a set of offers. A refused offer is outweighed by a package that holds all its parts, lies
 * in the set, and is one the seat can live with: that is what give-and-take means.
 */
const livesWith = (refused: readonly Mask[], carried: readonly Mask[], set: Mask): boolean =>
  refused.every(
    (offer) =>
      (set & offer) !== offer ||
      carried.some((other) => (set & other) === other && (other & offer) === offer),
  );

/** Bits of the parts of every offer. */
const masksOf = (offers: readonly Offer[]): readonly Mask[] => {
  const parts = [...new Set(offers.flatMap((offer) => offer.parts))];
  if (parts.length > mostParts) throw new RangeError(`more than ${mostParts} parts`);
  return offers.map((offer) => offer.parts.reduce((mask, part) => mask | (1 << parts.indexOf(part)), 0));
};

/** All sets of offers (as bits of their places) that hold no two that collide. */
const setsWithoutCollision = (count: number, apart: (a: number, b: number) => boolean): readonly Mask[] => {
  let sets: Mask[] = [0];
  for (let next = 0; next < count; next += 1) {
    const free = sets.filter((set) => {
      for (let at = 0; at < next; at += 1) if (set & (1 << at) && apart(at, next)) return false;
      return true;
    });
    sets = sets.concat(free.map((set) => set | (1 << next)));
  }
  return sets;
};

const members = <T>(set: Mask, all: readonly T[]): readonly T[] => all.filter((_, at) => set & (1 << at));

/**
 * The zone of agreement. `collide` says which offers exclude each other. Throws a `RangeError` above `mostOffers`.
 */
export const zoneOfAgreement = (
  offers: readonly Offer[],
  seats: readonly Seat[],
  said: readonly Said[],
  collide: (a: string, b: string) => boolean,
): Zone => {
  if (offers.length > mostOffers) throw new RangeError(`more than ${mostOffers} offers`);
  const masks = masksOf(offers);
  const stanceOf = new Map(said.map((one) => [`${one.seat} ${one.offer}`, one.stance]));
  const views = seats.map(({ id }) => {
    const stand = offers.map((offer) => stanceOf.get(`${id} ${offer.id}`));
    return {
      refused: masks.filter((_, at) => stand[at] === "cannotLive"),
      carried: masks.filter((_, at) => stand[at] === "support" || stand[at] === "canLive"),
    };
  });
  const apart = (a: number, b: number) => collide(offers[a]?.id ?? "", offers[b]?.id ?? "");
  const parts = (set: Mask) => members(set, masks).reduce((all, mask) => all | mask, 0);
  const good = setsWithoutCollision(offers.length, apart).filter((set) =>
    views.every(({ refused, carried }) => livesWith(refused, carried, parts(set))),
  );
  const largest = good.filter(
    (set) => set !== 0 && !good.some((other) => other !== set && (other & set) === set),
  );
  const combinations = largest.map((set): Combination => {
    const chosen = members(set, offers).map(({ id }) => id);
    const of = (seat: string) => chosen.map((offer) => stanceOf.get(`${seat} ${offer}`));
    return {
      offers: chosen,
      support: seats.flatMap(({ id }) => of(id)).filter((stance) => stance === "support").length,
      silent: seats.filter(({ id }) => of(id).includes(undefined)).map(({ id }) => id),
    };
  });
  return {
    offers: offers.map(({ id }) => standOf(id, seats, said)),
    combinations: combinations.toSorted((a, b) => b.support - a.support || b.offers.length - a.offers.length),
  };
};
