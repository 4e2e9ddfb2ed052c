import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { may } from "#modules/consortium/policy.ts";
import type { OfficeKind } from "#modules/consortium/vocabulary.ts";

export type SeatId = Id<"seat">;

export const mostSeats = 200;

/** The consortium of the town; nothing while there is none. */
export const findConsortium = (ctx: Context) =>
  ctx.db
    .selectFrom("consortiums")
    .select(["id", "name", "purpose", "foundedOn", "endedOn"])
    .executeTakeFirst();
export type ConsortiumRow = NonNullable<Awaited<ReturnType<typeof findConsortium>>>;

const holderColumns = ["id", "seatId", "personId", "name", "part", "public", "startsOn", "endsOn"] as const;

/** Somebody on a seat. The name is empty where the asker may not know it: whoever wants no public name has none there. */
const listHolders = async (ctx: Context, seats: readonly SeatId[], day: string | null) => {
  if (seats.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("seatHolders")
    .select(holderColumns)
    .where("seatId", "in", [...seats])
    .$if(day !== null, (query) =>
      query
        .where("startsOn", "<=", String(day))
        .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">=", String(day))])),
    )
    .orderBy(sql`part = 'deputy'`)
    .orderBy("startsOn", "desc")
    .orderBy("id")
    .limit(2_000)
    .execute();
  const all = may.read(ctx);
  return rows.map(({ personId, ...row }) => ({
    ...row,
    name: all || row.public ? row.name : "",
    personId: all ? personId : null,
  }));
};
export type Holder = Awaited<ReturnType<typeof listHolders>>[number];

const seatsOf = (ctx: Context) =>
  ctx.db
    .selectFrom("seats as s")
    .leftJoin("organizations as o", "o.id", "s.organizationId")
    .select([
      "s.id",
      "s.position",
      "s.title",
      "s.organizationId",
      "s.sector",
      "s.voting",
      "s.startsOn",
      "s.endsOn",
      "s.endWords",
      "o.name as organization",
      "o.slug as organizationSlug",
    ])
    .orderBy("s.position")
    .orderBy("s.title")
    .orderBy("s.id")
    .limit(mostSeats);

type Bare = Awaited<ReturnType<ReturnType<typeof seatsOf>["execute"]>>[number];
export type SeatRow = Bare & { readonly holders: readonly Holder[] };

const withHolders = async (ctx: Context, rows: readonly Bare[], day: string | null): Promise<SeatRow[]> => {
  const holders = await listHolders(
    ctx,
    rows.map(({ id }) => id),
    day,
  );
  return rows.map((row) => ({ ...row, holders: holders.filter(({ seatId }) => seatId === row.id) }));
};

/** The seats of a day, today if none is named, in their order, with those who hold them then. */
export const listSeats = async (ctx: Context, day = dayOf(ctx.now)): Promise<SeatRow[]> =>
  withHolders(
    ctx,
    await seatsOf(ctx)
      .where("s.startsOn", "<=", day)
      .where(({ eb, or }) => or([eb("s.endsOn", "is", null), eb("s.endsOn", ">=", day)]))
      .execute(),
    day,
  );

/** Seats that are over, or not yet. */
export const listOtherSeats = async (ctx: Context, day = dayOf(ctx.now)): Promise<SeatRow[]> =>
  withHolders(
    ctx,
    await seatsOf(ctx)
      .where(({ eb, or }) => or([eb("s.startsOn", ">", day), eb("s.endsOn", "<", day)]))
      .execute(),
    null,
  );

/** One seat with everybody who ever held it. */
export const findSeat = async (ctx: Context, id: SeatId): Promise<SeatRow | undefined> =>
  (await withHolders(ctx, await seatsOf(ctx).where("s.id", "=", id).execute(), null))[0];

export type OwnSeat = SeatRow & { readonly holderId: Id<"seatHolder">; readonly part: "member" | "deputy" };

/** The seats the signed-in person holds or stands in for today; the own ones first. */
export const ownSeats = async (ctx: Context): Promise<readonly OwnSeat[]> => {
  const { actor } = ctx;
  if (actor.kind !== "person") return [];
  const day = dayOf(ctx.now);
  const held = await ctx.db
    .selectFrom("seatHolders")
    .select(["id", "seatId", "part"])
    .where("personId", "=", actor.id)
    .where("startsOn", "<=", day)
    .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">=", day)]))
    .orderBy(sql`part = 'deputy'`)
    .limit(50)
    .execute();
  if (held.length === 0) return [];
  const seats = await listSeats(ctx, day);
  return held.flatMap(({ id: holderId, seatId, part }) =>
    seats.filter(({ id }) => id === seatId).map((seat) => ({ ...seat, holderId, part })),
  );
};

const offices = async (ctx: Context, day: string | null, kind?: OfficeKind) => {
  const rows = await ctx.db
    .selectFrom("consortiumOffices as c")
    .leftJoin("seats as s", "s.id", "c.seatId")
    .select(["c.id", "c.kind", "c.seatId", "c.personId", "c.name", "c.words", "c.public"])
    .select(["c.startsOn", "c.endsOn", "s.title as seatTitle"])
    .$if(kind !== undefined, (query) => query.where("c.kind", "=", kind as OfficeKind))
    .$if(day !== null, (query) =>
      query
        .where("c.startsOn", "<=", String(day))
        .where(({ eb, or }) => or([eb("c.endsOn", "is", null), eb("c.endsOn", ">=", String(day))])),
    )
    .orderBy(sql`array_position(array['patron','chair','deputyChair'], c.kind)`)
    .orderBy("c.startsOn", "desc")
    .limit(200)
    .execute();
  const all = may.read(ctx);
  return rows.map(({ personId, ...row }) => ({
    ...row,
    name: all || row.public ? row.name : "",
    personId: all ? personId : null,
  }));
};
export type OfficeRow = Awaited<ReturnType<typeof offices>>[number];

/** Patron, chair and deputies of a day. The name is empty where the asker may not know it. */
export const listOffices = (ctx: Context, day = dayOf(ctx.now)): Promise<OfficeRow[]> => offices(ctx, day);

/** Everybody who ever was patron, chair or deputy. */
export const listAllOffices = (ctx: Context): Promise<OfficeRow[]> => offices(ctx, null);

/** Who presides on a day. */
export const currentChair = async (ctx: Context, day = dayOf(ctx.now)): Promise<OfficeRow | undefined> =>
  (await offices(ctx, day, "chair"))[0];

/** The seats and offices somebody has or had, for their own file. */
export const tellSeats = async (ctx: Context, person: Id<"person">) => ({
  seats: await ctx.db
    .selectFrom("seatHolders as h")
    .innerJoin("seats as s", "s.id", "h.seatId")
    .select(["s.title as seat", "h.name", "h.part", "h.public", "h.startsOn", "h.endsOn"])
    .where("h.personId", "=", person)
    .orderBy("h.startsOn")
    .limit(200)
    .execute(),
  offices: await ctx.db
    .selectFrom("consortiumOffices")
    .select(["kind", "name", "words", "public", "startsOn", "endsOn"])
    .where("personId", "=", person)
    .orderBy("startsOn")
    .limit(200)
    .execute(),
});
