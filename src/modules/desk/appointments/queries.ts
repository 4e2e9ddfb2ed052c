import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { hashToken } from "#core/token.ts";
import { may } from "#modules/desk/policy.ts";

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom("appointments")
    .innerJoin("people as adviser", "adviser.id", "appointments.adviserId")
    .leftJoin("people as guest", "guest.id", "appointments.personId")
    .select([
      "appointments.id",
      "appointments.startsAt",
      "appointments.endsAt",
      "appointments.kind",
      "appointments.whereText",
      "appointments.adviserId",
      "appointments.personId",
      "appointments.inquiryId",
      "appointments.email",
      "appointments.phone",
      "appointments.bookedAt",
      "appointments.canceledAt",
      "appointments.heldAt",
      "appointments.missedAt",
      "appointments.revision",
      "adviser.name as adviser",
    ])
    .select(sql<string>`coalesce(guest.name, appointments.name)`.as("name"));

export type AppointmentRow = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

const minimumNotice = 2 * 3_600_000;
const weeksAhead = 4;

export type FreeSlot = {
  readonly id: Id<"appointment">;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly adviser: string;
};

const perDay = 4;

/**
 * Times that anybody may take: from two hours ahead, for four weeks; each time once, whoever advises then, and a few
 * a day, so that the choice reaches over several days.
 */
export const listFreeSlots = async (ctx: Context, limit = 12): Promise<readonly FreeSlot[]> => {
  const { rows: slots } = await sql<FreeSlot>`
    with free as (
      select distinct on (a.starts_at) a.id, a.starts_at, a.ends_at, p.name as adviser
      from appointments a join people p on p.place_id = a.place_id and p.id = a.adviser_id
      where a.booked_at is null and a.canceled_at is null
        and a.starts_at >= ${new Date(+ctx.now + minimumNotice)}
        and a.starts_at < ${instantAt(plusDays(dayOf(ctx.now), 7 * weeksAhead))}
      order by a.starts_at, a.id
    ), ranked as (
      select *, row_number() over (partition by (starts_at at time zone 'Europe/Berlin')::date order by starts_at) as rank
      from free
    )
    select id, starts_at, ends_at, adviser from ranked where rank <= ${perDay} order by starts_at limit ${limit}`.execute(
    ctx.db,
  );
  return slots;
};

/** A week of the office, canceled ones too, so that nothing disappears. */
export const listWeek = (ctx: Context, monday: string): Promise<AppointmentRow[]> => {
  allow(may.work(ctx));
  return rows(ctx)
    .where("startsAt", ">=", instantAt(monday))
    .where("startsAt", "<", instantAt(plusDays(monday, 7)))
    .where((where) => where.or([where("bookedAt", "is not", null), where("canceledAt", "is", null)]))
    .orderBy("startsAt")
    .limit(400)
    .execute();
};

/** One appointment, for the office. */
export const findAppointment = (ctx: Context, id: Id<"appointment">): Promise<AppointmentRow | undefined> => {
  allow(may.work(ctx));
  return rows(ctx).where("appointments.id", "=", id).executeTakeFirst();
};

/** The appointment whose link somebody holds. */
export const findAppointmentByToken = (ctx: Context, token: string): Promise<AppointmentRow | undefined> =>
  rows(ctx).where("appointments.tokenHash", "=", hashToken(token)).executeTakeFirst();

/** A person's appointments, newest first: for their own pages, their calendar and the office. */
export const appointmentsOf = async (ctx: Context, personId: Id<"person">): Promise<AppointmentRow[]> => {
  const self = ctx.actor.kind === "person" && ctx.actor.id === personId;
  if (!self && !isStaff(ctx.actor)) return [];
  return rows(ctx)
    .where("appointments.personId", "=", personId)
    .orderBy("startsAt", "desc")
    .limit(100)
    .execute();
};
