import type { Place } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { findPlaceByHost, listPlaces } from "#modules/places/queries.ts";

const freshness = 1_000;

type Kept = { readonly place: Promise<Place | undefined>; readonly until: number };

/**
 * Finds the town of a host name. What was found is kept for a second, so that a busy page does not ask
 * again each time and an edit is visible in less than a second more.
 */
export const townFinder = (db: Database, firstTownHosts: readonly string[]) => {
  const kept = new Map<string, Kept>();
  const find = async (host: string): Promise<Place | undefined> => {
    const named = await findPlaceByHost(db, host);
    if (named || !firstTownHosts.includes(host)) return named;
    const [first] = await listPlaces(db);
    return first;
  };
  return (host: string): Promise<Place | undefined> => {
    const known = kept.get(host);
    if (known && known.until > Date.now()) return known.place;
    // Made-up host names must not fill the memory.
    if (kept.size > 10_000) kept.clear();
    const place = find(host);
    kept.set(host, { place, until: Date.now() + freshness });
    place.catch(() => kept.delete(host));
    return place;
  };
};

export type TownFinder = ReturnType<typeof townFinder>;
