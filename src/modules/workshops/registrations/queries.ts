import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import { may } from "#modules/workshops/policy.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopRegistration } from "#modules/workshops/schema.ts";
import type { Sector } from "#modules/workshops/vocabulary.ts";

/** How many are coming and how many wait. */
export const countRegistrations = async (ctx: Context, workshop: WorkshopId) => {
  const rows = await ctx.db
    .selectFrom("workshopRegistrations")
    .select(["state", (select) => select.fn.countAll<string>().as("n")])
    .where("workshopId", "=", workshop)
    .groupBy("state")
    .limit(3)
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return { registered: of("registered"), waiting: of("waiting") };
};

/** Seats that nobody has taken; none are free while somebody waits. */
export const freeSeats = async (
  ctx: Context,
  { id, seats }: Pick<Workshop, "id" | "seats">,
): Promise<number> => {
  const { registered, waiting } = await countRegistrations(ctx, id);
  return waiting > 0 ? 0 : Math.max(0, seats - registered);
};

/** Who comes and who waits, for those who run the day; whoever canceled is not listed. */
export const listRegistrations = (ctx: Context, workshop: WorkshopId): Promise<WorkshopRegistration[]> => {
  allow(may.run(ctx));
  return ctx.db
    .selectFrom("workshopRegistrations")
    .selectAll()
    .where("workshopId", "=", workshop)
    .where("state", "<>", "canceled")
    .orderBy("state")
    .orderBy("madeAt")
    .orderBy("id")
    .limit(1_200)
    .execute();
};

/** The sectors of those who come, as counts: names stay in the office. */
export const countSectors = async (ctx: Context, workshop: WorkshopId, present = false) => {
  const rows = await ctx.db
    .selectFrom("workshopRegistrations")
    .select(["sector", (select) => select.fn.countAll<string>().as("n")])
    .where("workshopId", "=", workshop)
    .where("state", "=", "registered")
    .$if(present, (query) => query.where("present", "=", true))
    .groupBy("sector")
    .limit(5)
    .execute();
  return new Map<Sector | null, number>(rows.map(({ sector, n }) => [sector, Number(n)]));
};

/** The registration whose letter somebody holds. */
export const findByToken = (
  ctx: Context,
  workshop: WorkshopId,
  token: string,
): Promise<WorkshopRegistration | undefined> =>
  ctx.db
    .selectFrom("workshopRegistrations")
    .selectAll()
    .where("tokenHash", "=", hashToken(token))
    .where("workshopId", "=", workshop)
    .executeTakeFirst();

/** One registration, for those who run the day. */
export const findRegistration = (
  ctx: Context,
  workshop: WorkshopId,
  id: Id<"workshopRegistration">,
): Promise<WorkshopRegistration | undefined> => {
  allow(may.run(ctx));
  return ctx.db
    .selectFrom("workshopRegistrations")
    .selectAll()
    .where("id", "=", id)
    .where("workshopId", "=", workshop)
    .executeTakeFirst();
};

/** A person's own registration for this day. */
export const findOwn = async (
  ctx: Context,
  workshop: WorkshopId,
): Promise<WorkshopRegistration | undefined> =>
  ctx.actor.kind === "person"
    ? ctx.db
        .selectFrom("workshopRegistrations")
        .selectAll()
        .where("workshopId", "=", workshop)
        .where("personId", "=", ctx.actor.id)
        .where("state", "<>", "canceled")
        .executeTakeFirst()
    : undefined;

/** The workshops somebody registered for, the latest first: for their own pages and calendar. */
export const registrationsOf = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("workshopRegistrations as r")
    .innerJoin("workshops as w", "w.id", "r.workshopId")
    .select([
      "r.id",
      "r.state",
      "r.name",
      "r.email",
      "r.phone",
      "r.organizationName",
      "r.sector",
      "r.needs",
      "r.photoConsent",
      "r.present",
      "r.madeAt",
      "w.title",
      "w.slug",
      "w.question",
      "w.startsAt",
      "w.endsAt",
      "w.whereText",
      "w.changedAt",
      "w.state as workshopState",
    ])
    .where("r.personId", "=", person)
    .orderBy("w.startsAt", "desc")
    .limit(100)
    .execute();
