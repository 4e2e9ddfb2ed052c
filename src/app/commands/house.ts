import { type Foundation, openFoundation } from "#app/foundation.ts";
import { listenToModules } from "#app/reactions.ts";
import { system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { type AccessMode, during } from "#core/during.ts";
import type { Settings } from "#core/env.ts";
import { pendingMigrations } from "#core/migrate.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { type Call, type Option, WrongUsage } from "./command.ts";

/** Opens the database beside the application, and closes it whatever happens, also on Ctrl+C. */
export const onFoundation = async <T>(
  settings: Settings,
  work: (foundation: Foundation) => Promise<T>,
): Promise<T> => {
  const foundation = await openFoundation(settings, { share: true });
  const interrupted = 130;
  const stop = (): void => {
    foundation.close().finally(() => process.exit(interrupted));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    return await work(foundation);
  } finally {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
    await foundation.close();
  }
};

/** The same, on a database that is up to date, with every module listening. */
export const inHouse = <T>(call: Call, work: (foundation: Foundation) => Promise<T>): Promise<T> =>
  onFoundation(call.settings(), async (foundation) => {
    const pending = await pendingMigrations(foundation.connection);
    if (pending.length > 0)
      throw new Error("The database is not up to date. First run: anlaufstelle migrate");
    listenToModules();
    return work(foundation);
  });

export const townOption: Readonly<Record<string, Option>> = {
  town: { value: "SLUG", words: "which town; may be left out where there is only one" },
};

/** One transaction in the town that was named, as the house itself. */
export const inTown = <T>(
  call: Call,
  accessMode: AccessMode,
  work: (ctx: Context) => Promise<T>,
): Promise<T> =>
  inHouse(call, async ({ db }) => {
    const place = choose(await listPlaces(db), call.option("town"));
    return during(db, { place, actor: system, now: new Date(), language: "en" }, accessMode, work);
  });

const choose = (places: readonly Place[], slug: string | undefined): Place => {
  const slugs = places.map((place) => place.slug).join(", ");
  if (places.length === 0) throw new Error("There is no town yet. First run: anlaufstelle town add");
  if (slug === undefined && places.length > 1) throw new WrongUsage(`--town is missing; there are ${slugs}.`);
  const place = slug === undefined ? places[0] : places.find((candidate) => candidate.slug === slug);
  if (!place) throw new Error(`There is no town “${slug}”; there are ${slugs}.`);
  return place;
};
