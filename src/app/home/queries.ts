import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { countPublished } from "#modules/opportunities/queries.ts";

/** The numbers of the front page, each with its base. */
export type Figures = {
  readonly organizations: number;
  readonly described: number;
  readonly offers: number;
  readonly consulted: number;
  readonly placed: number;
  readonly stayed: number;
  readonly unreached: number;
};

/** Organizations that everybody sees, and how many of them say in full what they do. */
const countOrganizations = (ctx: Context) =>
  ctx.db
    .selectFrom("organizations")
    .select([
      sql<number>`count(*)`.as("organizations"),
      sql<number>`count(*) filter (where description <> '' and verified_at is not null)`.as("described"),
    ])
    .where("hiddenAt", "is", null)
    .where("mergedIntoId", "is", null)
    .executeTakeFirstOrThrow();

export const countFigures = async (ctx: Context): Promise<Figures> => {
  const { organizations, described } = await countOrganizations(ctx);
  const offers = await countPublished(ctx);
  return { organizations, described, offers, consulted: 0, placed: 0, stayed: 0, unreached: 0 };
};
