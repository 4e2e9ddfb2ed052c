import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { findDouble, type Pair } from "#methods/likeness.ts";
import { visible } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";

export const officeViews = ["all", "open", "unspoken", "alone", "hidden"] as const;
export type OfficeView = (typeof officeViews)[number];

export type OfficeRow = Pick<
  Organization,
  "id" | "name" | "sector" | "townName" | "verifiedAt" | "hiddenAt"
> & { readonly people: number };

export const pageSize = 20;

const people = sql`(select count(*)::int from grants where grants.organization_id = organizations.id
  and grants.ended_at is null and grants.role in ('representative', 'partner'))`;

const conditions = {
  all: sql<boolean>`true`,
  open: sql<boolean>`organizations.verified_at is null and organizations.hidden_at is null`,
  unspoken: sql<boolean>`${people} = 0 and organizations.hidden_at is null`,
  alone: sql<boolean>`${people} = 1 and organizations.hidden_at is null`,
  hidden: sql<boolean>`organizations.hidden_at is not null`,
} as const;

type Asked = { readonly view: OfficeView; readonly words: string; readonly page: number };

/** A page of the office's own list, with how many there are in each view. */
export const listForOffice = async (ctx: Context, { view, words, page }: Asked) => {
  const like = `%${words.replace(/[\\%_]/gu, "\\$&")}%`;
  const matching = sql<boolean>`(${words} = '' or plain_text(organizations.name) like plain_text(${like})
    or plain_text(organizations.town_name) like plain_text(${like}))`;
  const { rows } = await sql<OfficeRow>`
    select id, name, sector, town_name as "townName", verified_at as "verifiedAt", hidden_at as "hiddenAt", ${people} as people
    from organizations where ${visible(ctx)} and ${matching} and ${conditions[view]}
    order by organizations.name collate german limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    ctx.db,
  );
  const { rows: counts } = await sql<Record<OfficeView, number>>`
    select count(*)::int as "all", count(*) filter (where ${conditions.open})::int as open,
      count(*) filter (where ${conditions.unspoken})::int as unspoken, count(*) filter (where ${conditions.alone})::int as alone,
      count(*) filter (where ${conditions.hidden})::int as hidden
    from organizations where ${visible(ctx)} and ${matching}`.execute(ctx.db);
  return { rows, counts: counts[0] ?? { all: 0, open: 0, unspoken: 0, alone: 0, hidden: 0 } };
};

/** How many claims wait for a decision. */
export const countClaims = async (ctx: Context): Promise<number> => {
  const row = await ctx.db
    .selectFrom("claims")
    .select((where) => where.fn.countAll<number>().as("n"))
    .where("decidedAt", "is", null)
    .executeTakeFirstOrThrow();
  return row.n;
};

/** The one that is probably meant when somebody enters this name and address. */
export const findTwin = async (
  ctx: Context,
  entry: { readonly name: string; readonly street: string | null; readonly postcode: string | null },
): Promise<{ readonly id: Id<"organization">; readonly name: string; readonly pair: Pair } | undefined> => {
  const rows = await ctx.db
    .selectFrom("organizations")
    .select(["id", "name", "street", "postcode", "registerNumber"])
    .where(visible(ctx))
    .limit(5_000)
    .execute();
  const pair = findDouble({ id: "", ...entry }, rows);
  const twin = pair && rows.find(({ id }) => id === pair.second);
  return twin && { id: twin.id, name: twin.name, pair };
};
