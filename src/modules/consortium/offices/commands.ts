import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, email, line, tick } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/consortium/policy.ts";
import { followRoles, personOf } from "#modules/consortium/seats/commands.ts";
import { findSeat, type SeatId } from "#modules/consortium/seats/queries.ts";
import { officeKinds } from "#modules/consortium/vocabulary.ts";

type OfficeId = Id<"consortiumOffice">;
type PersonId = Id<"person">;

/** Somebody becomes patron, chair or deputy. */
export const OfficeInput = z.object({
  kind: z.enum(officeKinds),
  name: line(200),
  email: email.optional().transform((value) => value ?? null),
  seatId: z
    .string()
    .refine((text): text is SeatId => isId<"seat">(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null),
  words: line(500)
    .optional()
    .transform((value) => value ?? ""),
  public: tick,
  startsOn: day,
});
export type OfficeInput = z.output<typeof OfficeInput>;

export type OfficeRefusal = "taken" | "unknownEmail" | "seat" | "order";

/** Lets somebody take an office from a day on. There is one chair at a time; patrons and deputies may be several. */
export const holdOffice = async (
  ctx: Context,
  { email: address, ...input }: OfficeInput,
): Promise<Outcome<OfficeId, OfficeRefusal>> => {
  allow(may.run(ctx));
  // Two who write down a chair at once queue here.
  await ctx.db.selectFrom("consortiums").select("id").forUpdate().execute();
  if (input.seatId && !(await findSeat(ctx, input.seatId))) return refused("seat");
  const person = await personOf(ctx, address);
  if (!person.ok) return refused("unknownEmail");
  const before = await ctx.db
    .selectFrom("consortiumOffices")
    .select("name")
    .where("kind", "=", input.kind)
    .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">=", input.startsOn)]))
    .limit(50)
    .execute();
  if (before.length > 0 && (input.kind === "chair" || before.some(({ name }) => name === input.name)))
    return refused("taken");
  const { id } = await ctx.db
    .insertInto("consortiumOffices")
    .values({ ...input, personId: person.id })
    .returning("id")
    .executeTakeFirstOrThrow();
  await followRoles(ctx, person.id);
  await record(ctx, "consortium_office.taken", id, { kind: input.kind });
  return done(id);
};

/** An office ends with this day. */
export const endOffice = async (
  ctx: Context,
  id: OfficeId,
  endsOn: string,
): Promise<Outcome<null, OfficeRefusal>> => {
  allow(may.run(ctx));
  const row = found(
    await ctx.db
      .selectFrom("consortiumOffices")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (endsOn < row.startsOn) return refused("order");
  await ctx.db.updateTable("consortiumOffices").set({ endsOn }).where("id", "=", id).execute();
  await followRoles(ctx, row.personId);
  await record(ctx, "consortium_office.left", id, { kind: row.kind, endsOn });
  return done(null);
};

/** Ends the roles of everybody whose term was over yesterday; runs every night. */
export const endTerms = async (ctx: Context): Promise<void> => {
  const today = dayOf(ctx.now);
  const week = dayOf(new Date(ctx.now.getTime() - 7 * 86_400_000));
  const over = await ctx.db
    .selectFrom("seatHolders")
    .select("personId")
    .where("endsOn", "<", today)
    .where("endsOn", ">=", week)
    .where("personId", "is not", null)
    .union(
      ctx.db
        .selectFrom("consortiumOffices")
        .select("personId")
        .where("endsOn", "<", today)
        .where("endsOn", ">=", week)
        .where("personId", "is not", null),
    )
    .limit(500)
    .execute();
  for (const { personId } of over) await followRoles(ctx, personId);
};

/** Whose file is deleted: that a seat was held stays, who held it does not. `nobody` is the word for that. */
export const forgetHolder = async (ctx: Context, person: PersonId, nobody: string): Promise<void> => {
  const nameless = { personId: null, name: nobody, public: false };
  await ctx.db.updateTable("seatHolders").set(nameless).where("personId", "=", person).execute();
  await ctx.db.updateTable("consortiumOffices").set(nameless).where("personId", "=", person).execute();
};

/** A file was taken over by its owner: the seats go along. */
export const moveHolder = async (ctx: Context, from: PersonId, into: PersonId): Promise<void> => {
  await ctx.db.updateTable("seatHolders").set({ personId: into }).where("personId", "=", from).execute();
  await ctx.db
    .updateTable("consortiumOffices")
    .set({ personId: into })
    .where("personId", "=", from)
    .execute();
  await followRoles(ctx, into);
};

/** Two organizations became one: seats go along. */
export const moveSeats = async (
  ctx: Context,
  from: Id<"organization">,
  into: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("seats")
    .set({ organizationId: into, changedAt: ctx.now })
    .where("organizationId", "=", from)
    .execute();
};
