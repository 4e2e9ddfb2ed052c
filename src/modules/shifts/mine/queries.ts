import { sql } from "kysely";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayAndTime, dayLong, time } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { CalendarEntry, MineEntry } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { stateName } from "#modules/shifts/places/vocabulary.ts";
import { listPositions, type SignupRow, signupsOf } from "#modules/shifts/signups/queries.ts";
import { say } from "./messages.ts";

const day = 86_400_000;

/** The signed-in person's shifts ahead, by what they mean: offered, held, waited for. */
export const findMine = async (ctx: Context) => {
  const me = signedIn(ctx.actor);
  const rows = await signupsOf(ctx, me.id, {
    states: ["asked", "confirmed", "waiting", "offered"],
    from: ctx.now,
    limit: 200,
  });
  const ahead = rows.filter(({ canceledAt }) => canceledAt === null);
  const waiting = ahead.filter(({ state }) => state === "waiting");
  return {
    offered: ahead.filter(({ state }) => state === "offered"),
    held: ahead.filter(({ state }) => state === "confirmed" || state === "asked"),
    waiting,
    positions: await listPositions(
      ctx,
      waiting.map(({ id }) => id),
    ),
    past: await listPast(ctx, me.id),
  };
};

export type Mine = Awaited<ReturnType<typeof findMine>>;

/** Where somebody was, newest first, with the minutes that count. */
const listPast = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .leftJoin("attendances", "attendances.signupId", "signups.id")
    .select(["signups.id", "shifts.startsAt", "shifts.endsAt", "shiftRoles.name as role"])
    .select(["opportunities.title as offer", "attendances.state", "attendances.minutes"])
    .where("signups.personId", "=", personId)
    .where("signups.state", "=", "confirmed")
    .where("shifts.endsAt", "<=", ctx.now)
    .orderBy("shifts.startsAt", "desc")
    .limit(30)
    .execute();

export type PastRow = Mine["past"][number];

/** Whom one asks about a shift: the contact point of the offer that everybody may read. */
export const findContactOf = (ctx: Context, opportunityId: Id<"opportunity">) =>
  ctx.db
    .selectFrom("opportunities")
    .innerJoin("contactPoints", "contactPoints.id", "opportunities.contactPointId")
    .select(["contactPoints.name", "contactPoints.phone", "contactPoints.email"])
    .where("opportunities.id", "=", opportunityId)
    .where("contactPoints.public", "=", true)
    .executeTakeFirst();

export type Contact = Awaited<ReturnType<typeof findContactOf>>;

/** "Mein Bereich": a free place that is held for the person, and the next shift. */
export const mineOf = async (ctx: Context): Promise<readonly MineEntry[]> => {
  if (ctx.actor.kind !== "person") return [];
  const rows = await signupsOf(ctx, ctx.actor.id, {
    states: ["confirmed", "offered"],
    from: ctx.now,
    limit: 50,
  });
  const ahead = rows.filter(({ canceledAt }) => canceledAt === null);
  const next = ahead.filter(({ state }) => state === "confirmed").slice(0, 2);
  return [...ahead.filter(({ state }) => state === "offered"), ...next].map((row) => ({
    title: row.state === "offered" ? say(ctx)("entryOffered", row) : `${row.role}: ${row.offer}`,
    text: [dayAndTime(ctx, row.startsAt, row.endsAt), row.organization].join(" · "),
    href: paths.mySignup(row.id),
    waiting: row.state === "offered",
    at: row.stateSince,
  }));
};

const shown = ["asked", "offered", "confirmed", "canceled", "removed", "declined", "passed"] as const;
const canceledAt = 3;

/** Shifts in somebody's own calendar; what was canceled stays as canceled, so that calendars take it out. */
export const calendarOf = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> => {
  const from = new Date(+ctx.now - 90 * day);
  const rows = await signupsOf(ctx, person, { states: shown, from, limit: 500 });
  return rows.map((row) => {
    const step = shown.indexOf(row.state as (typeof shown)[number]);
    const isCanceled = row.canceledAt !== null || step >= canceledAt;
    return {
      id: `schicht-${row.id}`,
      revision: row.revision * 10 + Math.min(step, canceledAt),
      changedAt: new Date(Math.max(+row.stateSince, +row.changedAt)),
      title: `${row.role}: ${row.offer}`,
      text: [row.organization, row.state === "confirmed" ? "" : stateName(ctx, row.state), row.shiftWords]
        .filter(Boolean)
        .join("\n"),
      whereText: row.whereText || [row.street, row.postcode, row.townName].filter(Boolean).join(", "),
      start: row.startsAt,
      end: row.endsAt,
      canceled: isCanceled,
    };
  });
};

/** Everything kept about somebody's sign-ups, with each step. */
export const showPersonal = async (ctx: Context, person: Id<"person">) => {
  const rows = await ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .select(["opportunities.title as offer", "shiftRoles.name as role", "shifts.startsAt", "shifts.endsAt"])
    .select(["signups.state", "signups.party", "signups.partyNames", "signups.words", "signups.how"])
    .select([
      sql<unknown>`coalesce((select json_agg(json_build_object('state', s.state, 'reason', s.reason,
        'words', s.words, 'at', s.at) order by s.at, s.id) from signup_states s
        where s.place_id = signups.place_id and s.signup_id = signups.id), '[]')`.as("steps"),
      sql<unknown>`coalesce((select json_agg(json_build_object('decision', d.decision, 'fact', r.fact,
        'comparison', r.comparison, 'value', r.value, 'found', d.found, 'at', d.at)) from rule_decisions d
        join signup_rules r on r.place_id = d.place_id and r.id = d.rule_id
        where d.place_id = signups.place_id and d.signup_id = signups.id), '[]')`.as("decisions"),
    ])
    .where("signups.personId", "=", person)
    .orderBy("shifts.startsAt")
    .limit(2_000)
    .execute();
  return { signups: rows };
};

/** "Sa 5. Dezember 2026, 9–12 Uhr" in full, for the head of a page. */
export const whenOf = (ctx: Context, { startsAt, endsAt }: Pick<SignupRow, "startsAt" | "endsAt">): string =>
  `${dayLong(ctx, startsAt)}, ${time(ctx, startsAt, endsAt)}`;
