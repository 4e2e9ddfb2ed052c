import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { ShiftRow } from "#modules/shifts/queries.ts";

/** Who has a place in these shifts, by name; the phone number only where the reader may see it. */
export const listComing = async (
  ctx: Context,
  offer: Id<"opportunity">,
  shiftIds: readonly Id<"shift">[],
) => {
  if (shiftIds.length === 0) return [];
  return (
    ctx.db
      .selectFrom("signups as s")
      .leftJoin("people as p", "p.id", "s.personId")
      .leftJoin("helpers as h", (join) =>
        join.onRef("h.personId", "=", "s.personId").on("h.opportunityId", "=", offer),
      )
      .select(["s.id", "s.shiftId", "s.needId", "s.personId", "s.party"])
      .select(sql<string>`coalesce(p.name, s.name)`.as("name"))
      // Whoever was written down by the organization is reached by it; the others through the house.
      .select(
        sql<
          string | null
        >`case when ${isStaff(ctx.actor)}::boolean or (h.made_by is not null and h.made_by <> h.person_id)
        then p.phone end`.as("phone"),
      )
      .where("s.shiftId", "in", [...shiftIds])
      .where("s.state", "=", "confirmed")
      .orderBy(sql`coalesce(p.name, s.name) collate german`)
      .limit(3_000)
      .execute()
  );
};

export type Coming = Awaited<ReturnType<typeof listComing>>[number];

/** The days on which these shifts begin. */
export const daysOf = (shifts: readonly ShiftRow[]): string[] => [
  ...new Set(shifts.map(({ startsAt }) => dayOf(startsAt))),
];

/** "Erika B.": for a sheet that everybody can read. */
export const shortName = (name: string): string => {
  const parts = name.trim().split(/\s+/u);
  const [first = ""] = parts;
  const last = parts.length > 1 ? (parts.at(-1) ?? "") : "";
  return last ? `${first} ${[...last][0] ?? ""}.` : first;
};
