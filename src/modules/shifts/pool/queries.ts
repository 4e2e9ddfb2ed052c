import { type Expression, type SqlBool, sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { say } from "./messages.ts";

type OfferId = Id<"opportunity">;
type HelperId = Id<"helper">;

/** 3 gladly, 2 yes, 1 if need be, 0 cannot. */
export const preferences = [3, 2, 1, 0] as const;
export type Preference = (typeof preferences)[number];

export const helperPageSize = 50;

const live = sql`('asked', 'confirmed', 'offered')`;

const places = sql<number>`(select count(*) from signups s
  join shifts on shifts.place_id = s.place_id and shifts.id = s.shift_id
  where s.place_id = h.place_id and s.person_id = h.person_id and shifts.opportunity_id = h.opportunity_id
    and shifts.canceled_at is null and s.state in ${live})`;

const wished = sql<number>`(select count(*) from shift_wishes w
  where w.place_id = h.place_id and w.helper_id = h.id and w.preference > 0)`;

const helpers = (ctx: Context) =>
  ctx.db
    .selectFrom("helpers as h")
    .innerJoin("people as p", "p.id", "h.personId")
    .select([
      "h.id",
      "h.opportunityId",
      "h.personId",
      "h.mostShifts",
      "h.mostMinutesADay",
      "h.mostMinutesAWeek",
      "h.words",
      "h.madeBy",
      "p.name",
      "p.email",
      "p.phone",
      "p.ageBand",
      "p.contactBy",
    ])
    .select([places.as("places"), wished.as("wished")]);

export type HelperRow = Awaited<ReturnType<ReturnType<typeof helpers>["execute"]>>[number];

const named = (words: string): Expression<SqlBool> =>
  sql<boolean>`plain_text(p.name) like '%' || plain_text(${words.replace(/[\\%_]/gu, "\\$&")}) || '%'`;

/** Who could come to an offer, by name: a page of them, and how many there are. For whoever writes the plan. */
export const listHelpers = async (
  ctx: Context,
  offer: OfferId,
  { words = "", page = 1 }: { readonly words?: string; readonly page?: number } = {},
): Promise<{ readonly items: readonly HelperRow[]; readonly total: number }> => {
  const wanted = words.trim();
  const items = await helpers(ctx)
    .where("h.opportunityId", "=", offer)
    .$if(wanted !== "", (query) => query.where(named(wanted)))
    .orderBy(sql`p.name collate german`)
    .orderBy("h.id")
    .limit(helperPageSize)
    .offset((page - 1) * helperPageSize)
    .execute();
  if (page === 1 && items.length < helperPageSize) return { items, total: items.length };
  const { total } = await ctx.db
    .selectFrom("helpers as h")
    .innerJoin("people as p", "p.id", "h.personId")
    .select(sql<number>`count(*)`.as("total"))
    .where("h.opportunityId", "=", offer)
    .$if(wanted !== "", (query) => query.where(named(wanted)))
    .executeTakeFirstOrThrow();
  return { items, total };
};

/** All names of a pool: for choosing with whom somebody comes, and for knowing them again. */
export const listMembers = (ctx: Context, offer: OfferId) =>
  ctx.db
    .selectFrom("helpers as h")
    .innerJoin("people as p", "p.id", "h.personId")
    .select(["h.id", "h.personId", "h.mostShifts", "p.name"])
    .where("h.opportunityId", "=", offer)
    .orderBy(sql`p.name collate german`)
    .limit(1_000)
    .execute();

/** One of them. */
export const findHelper = (ctx: Context, id: HelperId): Promise<HelperRow | undefined> =>
  helpers(ctx).where("h.id", "=", id).executeTakeFirst();

/** What the signed-in person, or another one, told for an offer: limits, words, and how gladly which place. */
export const findWishes = async (ctx: Context, offer: OfferId, person: Id<"person">) => {
  const row = await ctx.db
    .selectFrom("helpers")
    .select(["id", "mostShifts", "words"])
    .select(
      sql<readonly { readonly needId: Id<"shiftNeed">; readonly preference: number }[]>`coalesce((
        select json_agg(json_build_object('needId', w.need_id, 'preference', w.preference)) from shift_wishes w
        where w.place_id = helpers.place_id and w.helper_id = helpers.id), '[]')`.as("wishes"),
    )
    .where("opportunityId", "=", offer)
    .where("personId", "=", person)
    .executeTakeFirst();
  if (!row) return undefined;
  return { ...row, wishes: new Map(row.wishes.map(({ needId, preference }) => [needId, preference])) };
};

/** How gladly everybody of a pool would take which place. */
export const listWishes = (ctx: Context, offer: OfferId) =>
  ctx.db
    .selectFrom("shiftWishes as w")
    .innerJoin("helpers as h", "h.id", "w.helperId")
    .select(["w.helperId", "h.personId", "w.needId", "w.preference"])
    .where("h.opportunityId", "=", offer)
    .limit(100_000)
    .execute();

/** Who wants to come together, and who had better not. */
export const listPairs = (ctx: Context, offer: OfferId) =>
  ctx.db
    .selectFrom("helperPairs as pair")
    .innerJoin("helpers as one", "one.id", "pair.oneId")
    .innerJoin("helpers as other", "other.id", "pair.otherId")
    .innerJoin("people as first", "first.id", "one.personId")
    .innerJoin("people as second", "second.id", "other.personId")
    .select(["pair.oneId", "pair.otherId", "pair.kind", "first.name as oneName", "second.name as otherName"])
    .where("one.opportunityId", "=", offer)
    .orderBy(sql`first.name collate german`)
    .limit(2_000)
    .execute();

export type PairRow = Awaited<ReturnType<typeof listPairs>>[number];

/** Where somebody of the pool comes, waits or is asked about. */
export const listPlaces = (ctx: Context, offer: OfferId, person: Id<"person">) =>
  ctx.db
    .selectFrom("signups as s")
    .innerJoin("shifts", "shifts.id", "s.shiftId")
    .innerJoin("shiftNeeds as n", "n.id", "s.needId")
    .innerJoin("shiftRoles as r", "r.id", "n.roleId")
    .select(["s.id", "s.state", "shifts.id as shiftId", "shifts.startsAt", "shifts.endsAt", "r.name as role"])
    .where("shifts.opportunityId", "=", offer)
    .where("s.personId", "=", person)
    .where("s.state", "in", ["asked", "confirmed", "waiting", "offered"])
    .where("shifts.canceledAt", "is", null)
    .orderBy("shifts.startsAt")
    .limit(200)
    .execute();

/** Everything a person told in any pool. */
export const tellPools = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("helpers as h")
    .innerJoin("opportunities as o", "o.id", "h.opportunityId")
    .select(["o.title", "h.mostShifts", "h.mostMinutesADay", "h.mostMinutesAWeek", "h.words", "h.madeAt"])
    .select(
      sql<
        readonly { start: string; role: string; preference: Preference }[]
      >`coalesce((select json_agg(json_build_object('start', shifts.starts_at, 'role', r.name,
          'preference', w.preference) order by shifts.starts_at)
        from shift_wishes w
        join shift_needs n on n.place_id = w.place_id and n.id = w.need_id
        join shifts on shifts.place_id = n.place_id and shifts.id = n.shift_id
        join shift_roles r on r.place_id = n.place_id and r.id = n.role_id
        where w.place_id = h.place_id and w.helper_id = h.id), '[]')`.as("wishes"),
    )
    .where("h.personId", "=", person)
    .limit(200)
    .execute();

const hours = (minutes: number): number => minutes / 60;

/** "2 Schichten, 4 Std. am Tag": how much somebody can do at most. */
export const limitsOf = (
  ctx: Context,
  {
    mostShifts,
    mostMinutesADay,
    mostMinutesAWeek,
  }: Pick<HelperRow, "mostShifts" | "mostMinutesADay" | "mostMinutesAWeek">,
): string => {
  const words = say(ctx);
  const limits = [
    mostShifts === null ? "" : words("limitShifts", { n: mostShifts }),
    mostMinutesADay === null ? "" : words("limitDay", { n: hours(mostMinutesADay) }),
    mostMinutesAWeek === null ? "" : words("limitWeek", { n: hours(mostMinutesAWeek) }),
  ].filter(Boolean);
  return limits.join(", ") || words("noLimits");
};

/** With whom somebody wants to come, and with whom better not. */
export const pairsOf = (ctx: Context, pairs: readonly PairRow[], id: HelperRow["id"]): string[] =>
  pairs.flatMap(({ oneId, otherId, oneName, otherName, kind }) => {
    if (oneId === id) return [say(ctx)(kind, { name: otherName })];
    return otherId === id ? [say(ctx)(kind, { name: oneName })] : [];
  });
