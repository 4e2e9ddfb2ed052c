import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { passing } from "#modules/opportunities/catalog/queries.ts";
import { addressOf } from "#modules/opportunities/catalog/vocabulary.ts";
import { listOpen, type OpenOffer } from "#modules/opportunities/openings/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { say } from "./messages.ts";
import {
  type Dead,
  type DueSearch,
  deadSearches,
  filtersOf,
  listDueSearches,
  mostSearches,
  queryOf,
} from "./queries.ts";

export const paces = ["daily", "weekly"] as const;

/** A search as the list sends it: its address, and a name for it. */
export const SearchInput = z.object({
  suche: z
    .string()
    .max(2_000)
    .optional()
    .transform((query) => query ?? ""),
  name: line(120),
});
export const PaceInput = z.object({ tempo: z.enum(paces) });

/** Keeps a search; from now on its owner hears what is new for it. */
export const saveSearch = async (
  ctx: Context,
  input: z.output<typeof SearchInput>,
): Promise<Outcome<Id<"savedSearch">, "already" | "many">> => {
  const { id: personId } = signedIn(ctx.actor);
  // Two clicks at once must not keep one more than there may be.
  await ctx.db.selectFrom("people").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
  const { n } = await ctx.db
    .selectFrom("savedSearches")
    .select((of) => of.fn.countAll<number>().as("n"))
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  if (Number(n) >= mostSearches) return refused("many");
  const query = queryOf(filtersOf(input.suche));
  const row = await ctx.db
    .insertInto("savedSearches")
    .values({ personId, name: input.name, query, lookedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "search.saved", row.id, { personId });
  return done(row.id);
};

/** How often its owner hears of a search. */
export const changePace = async (
  ctx: Context,
  id: Id<"savedSearch">,
  pace: (typeof paces)[number],
): Promise<void> => {
  const { id: personId } = signedIn(ctx.actor);
  found(
    await ctx.db
      .updateTable("savedSearches")
      .set({ pace })
      .where("id", "=", id)
      .where("personId", "=", personId)
      .returning("id")
      .executeTakeFirst(),
  );
  await record(ctx, "search.changed", id, { pace });
};

/** Forgets a search. */
export const dropSearch = async (ctx: Context, id: Id<"savedSearch">): Promise<void> => {
  const { id: personId } = signedIn(ctx.actor);
  found(
    await ctx.db
      .deleteFrom("savedSearches")
      .where("id", "=", id)
      .where("personId", "=", personId)
      .returning("id")
      .executeTakeFirst(),
  );
  await record(ctx, "search.dropped", id, { personId });
};

/** Forgets all searches of a person. */
export const eraseSearches = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("savedSearches").where("personId", "=", personId).execute();
};

const listed = 3;
const week = 7 * 86_400_000;

const readerOf = (ctx: Context, { language }: DueSearch) => ({
  language: ctx.place.languages.includes(language) ? language : ctx.language,
});

const tellFound = (ctx: Context, search: DueSearch, fresh: readonly OpenOffer[]): Promise<void> => {
  const words = say(readerOf(ctx, search));
  const titles = fresh.slice(0, listed).map(({ title, organization }) => `${title} (${organization})`);
  const rest = fresh.length - titles.length;
  return notify(ctx, {
    personId: search.personId,
    key: `search ${search.id} ${dayOf(ctx.now)}`,
    kind: "search",
    title: words("fresh", { n: fresh.length, name: search.name }),
    text: [titles.join(", "), ...(rest > 0 ? [words("andMore", { n: rest })] : [])].join(" "),
    path: addressOf({ ...filtersOf(search.query), sortierung: "neu" }),
    until: new Date(+ctx.now + 2 * week),
  });
};

// Once: whoever keeps the search all the same has been told.
const tellDead = (ctx: Context, search: DueSearch, dead: Dead): Promise<void> => {
  const words = say(readerOf(ctx, search));
  return notify(ctx, {
    personId: search.personId,
    key: `search over ${search.id}`,
    kind: "search",
    title: words("over", { name: search.name }),
    text: words(`over_${dead}`),
    path: paths.mySearches,
  });
};

const dismissalsOf = async (ctx: Context, searches: readonly DueSearch[]): Promise<ReadonlySet<string>> => {
  const rows = await ctx.db
    .selectFrom("dismissals")
    .select(["personId", "opportunityId"])
    .where("personId", "in", [...new Set(searches.map(({ personId }) => personId))])
    .execute();
  return new Set(rows.map(({ personId, opportunityId }) => `${personId} ${opportunityId}`));
};

/**
 * Looks once for everybody whose search is due, and lays what is new since the last look into their next letter.
 * Where nothing is new nothing is said. Answers how many searches were looked at.
 */
export const lookForNew = async (ctx: Context, limit = 500): Promise<number> => {
  const due = await listDueSearches(ctx, limit);
  const [first] = due;
  if (!first) return 0;
  const since = first.lookedAt;
  const offers = (await listOpen(ctx)).filter(({ publishedAt }) => publishedAt && publishedAt > since);
  const dismissed = await dismissalsOf(ctx, due);
  for (const search of await deadSearches(ctx, due)) {
    if (search.dead) {
      await tellDead(ctx, search, search.dead);
      continue;
    }
    const mine = offers.filter(
      ({ id, publishedAt }) =>
        publishedAt && publishedAt > search.lookedAt && !dismissed.has(`${search.personId} ${id}`),
    );
    const fresh = mine.length > 0 ? await passing(ctx, filtersOf(search.query), mine) : [];
    if (fresh.length > 0) await tellFound(ctx, search, fresh);
  }
  await ctx.db
    .updateTable("savedSearches")
    .set({ lookedAt: ctx.now })
    .where(
      "id",
      "in",
      due.map(({ id }) => id),
    )
    .execute();
  return due.length;
};
