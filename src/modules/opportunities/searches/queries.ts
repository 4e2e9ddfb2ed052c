import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { passing } from "#modules/opportunities/catalog/queries.ts";
import { addressOf, type Filters, readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { listOpen } from "#modules/opportunities/openings/queries.ts";
import { pointOf } from "#modules/opportunities/queries.ts";
import type { SavedSearch } from "#modules/opportunities/schema.ts";
import { may } from "./policy.ts";

/** More than that nobody keeps apart. */
export const mostSearches = 20;

/** The filters of an address, without page and order, which are no wish. */
export const filtersOf = (query: string): Filters => {
  const asked = new URLSearchParams(query);
  const names = [...new Set(asked.keys())];
  const filters = readFilters(Object.fromEntries(names.map((name) => [name, asked.getAll(name)])));
  return { ...filters, sortierung: "passt", seite: 1 };
};

/** The same as text, in one way of writing. */
export const queryOf = (filters: Filters): string => addressOf(filters, "").replace(/^\?/u, "");

/** Why a search can find nothing any more. */
export type Dead = "organization" | "postcode" | "unknown";

type Kept = Pick<SavedSearch, "query">;

/** The organizations of these searches that can still be found. */
const shownOrganizations = async (ctx: Context, searches: readonly Kept[]): Promise<ReadonlySet<string>> => {
  const slugs = searches.map(({ query }) => filtersOf(query).organisation).filter((slug) => slug !== "");
  if (slugs.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("organizations")
    .select("slug")
    .where("slug", "in", slugs)
    .where("hiddenAt", "is", null)
    .execute();
  return new Set(rows.map(({ slug }) => slug));
};

const deadOf = (ctx: Context, query: string, shown: ReadonlySet<string>): Dead | undefined => {
  const filters = filtersOf(query);
  if (filters.organisation !== "" && !shown.has(filters.organisation)) return "organization";
  if (
    filters.umkreis !== "" &&
    filters.umkreis !== "zuhause" &&
    filters.plz !== "" &&
    !pointOf(ctx, filters.plz)
  )
    return "postcode";
  // A word of the lists that is no longer there would silently widen the search.
  return queryOf(filters) === query ? undefined : "unknown";
};

/** For each of these searches why it can find nothing any more, or undefined. */
export const deadSearches = async <S extends Kept>(ctx: Context, searches: readonly S[]) => {
  const shown = await shownOrganizations(ctx, searches);
  return searches.map((search) => ({ ...search, dead: deadOf(ctx, search.query, shown) }));
};

/** Somebody's searches, the newest first, each with how many open offers it finds now. */
export const listSearches = async (ctx: Context, personId: Id<"person">) => {
  allow(may.see(ctx, personId));
  const rows = await ctx.db
    .selectFrom("savedSearches")
    .select(["id", "name", "query", "pace", "lookedAt", "madeAt"])
    .where("personId", "=", personId)
    .orderBy("madeAt", "desc")
    .orderBy("id")
    .limit(mostSearches)
    .execute();
  const offers = rows.length > 0 ? await listOpen(ctx) : [];
  const found = [];
  for (const row of await deadSearches(ctx, rows)) {
    const now = row.dead ? [] : await passing(ctx, filtersOf(row.query), offers);
    found.push({ ...row, found: now.length });
  }
  return found;
};

export type SearchRow = Awaited<ReturnType<typeof listSearches>>[number];

/** All that is kept of somebody's searches, for them to read and to take along. */
export const listSearchesOf = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("savedSearches")
    .select(["name", "query", "pace", "madeAt"])
    .where("personId", "=", personId)
    .orderBy("madeAt")
    .limit(mostSearches)
    .execute();

const hours = 3_600_000;
/** A little less than a day and a week, so that a run that comes early does not put a letter off by one more. */
const pauses = { daily: 20 * hours, weekly: (7 * 24 - 4) * hours } as const;

/** Searches that were not looked at for as long as their pace says, with who keeps them; longest first. */
export const listDueSearches = (ctx: Context, limit: number) =>
  ctx.db
    .selectFrom("savedSearches")
    .innerJoin("people", "people.id", "savedSearches.personId")
    .select(["savedSearches.id", "savedSearches.name", "query", "lookedAt", "personId", "people.language"])
    .where("people.leftAt", "is", null)
    .where((where) =>
      where.or(
        (["daily", "weekly"] as const).map((pace) =>
          where.and([where("pace", "=", pace), where("lookedAt", "<=", new Date(+ctx.now - pauses[pace]))]),
        ),
      ),
    )
    .orderBy("lookedAt")
    .orderBy("savedSearches.id")
    .limit(limit)
    .forUpdate("savedSearches")
    .execute();

export type DueSearch = Awaited<ReturnType<typeof listDueSearches>>[number];
