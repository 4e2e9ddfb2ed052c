import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayOf } from "#core/local-time.ts";
import { offersOf, onOffer } from "#modules/opportunities/queries.ts";
import { figuresOf, type Figures as PlacementFigures } from "#modules/placements/queries.ts";

/** The numbers of the front page, each with its base. */
export type Figures = PlacementFigures & {
  readonly organizations: number;
  readonly described: number;
  readonly offers: number;
};

// What is full is not on the list that the number leads to.
const withRoom = sql<boolean>`(opportunities.seats is null or opportunities.seats > opportunities.seats_taken)`;

/** Organizations that everybody sees, how many of them say in full what they do, and the offers open today. */
const countEntries = (ctx: Context) =>
  ctx.db
    .selectFrom("organizations")
    .select([
      sql<number>`count(*)`.as("organizations"),
      sql<number>`count(*) filter (where description <> '' and verified_at is not null)`.as("described"),
    ])
    .select(
      offersOf(ctx).select(sql<number>`count(*)`.as("n")).where(onOffer(ctx)).where(withRoom).as("offers"),
    )
    .where("hiddenAt", "is", null)
    .where("mergedIntoId", "is", null)
    .executeTakeFirstOrThrow();

/** What the town may say of itself this year. */
export const countFigures = async (ctx: Context): Promise<Figures> => {
  const { organizations, described, offers } = await countEntries(ctx);
  const year = Number(dayOf(ctx.now).slice(0, 4));
  return { organizations, described, offers: offers ?? 0, ...(await figuresOf(ctx, year)) };
};
