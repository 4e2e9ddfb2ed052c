import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/courses/policy.ts";
import { findPerson } from "#modules/people/queries.ts";

type PersonId = Id<"person">;
type QualificationId = Id<"qualification">;
type HeldId = Id<"heldQualification">;

const qualification = z
  .string()
  .refine((text): text is QualificationId => isId<"qualification">(text), { error: "choose" });

const authorOf = ({ actor }: Context): PersonId | null => (actor.kind === "person" ? actor.id : null);

/** That somebody is qualified, since when, and until when the paper says so. */
export const HeldInput = z.object({
  qualification,
  since: day,
  until: day.optional(),
});
export type HeldInput = z.output<typeof HeldInput>;

const plusMonths = (from: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

export type HoldRefusal = "unknown" | "future" | "order" | "stillValid";

/**
 * Tells that somebody is qualified. The office has seen the paper when it writes this down; what a person tells
 * waits to be seen. Nobody replaces by their own words what was seen and still holds.
 */
export const hold = async (
  ctx: Context,
  person: PersonId,
  { qualification: id, since, until }: HeldInput,
): Promise<Outcome<HeldId, HoldRefusal>> => {
  allow(may.tell(ctx, person));
  found(await findPerson(ctx, person));
  const today = dayOf(ctx.now);
  if (since > today) return refused("future");
  if (until !== undefined && until < since) return refused("order");
  const row = await ctx.db
    .selectFrom("qualifications")
    .select("months")
    .where("id", "=", id)
    .where("retiredAt", "is", null)
    .executeTakeFirst();
  if (!row) return refused("unknown");
  const seen = may.see(ctx, person);
  const before = await ctx.db
    .selectFrom("heldQualifications")
    .select(["id", "seenAt", "validUntil"])
    .where("personId", "=", person)
    .where("qualificationId", "=", id)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  const holdsStill = before?.seenAt && (before.validUntil === null || before.validUntil >= today);
  if (holdsStill && !seen) return refused("stillValid");
  if (before)
    await ctx.db
      .updateTable("heldQualifications")
      .set({ endedAt: ctx.now })
      .where("id", "=", before.id)
      .execute();
  const made = await ctx.db
    .insertInto("heldQualifications")
    .values({
      personId: person,
      qualificationId: id,
      heldSince: since,
      validUntil: until ?? (row.months === null ? null : plusMonths(since, row.months)),
      seenBy: seen ? authorOf(ctx) : null,
      seenAt: seen ? ctx.now : null,
      madeBy: authorOf(ctx),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "qualification.told", made.id, { personId: person, qualificationId: id, seen });
  return done(made.id);
};

/** Somebody has seen the paper. `helpsAt` are the organizations at which the person helps, as the caller knows. */
export const markSeen = async (
  ctx: Context,
  id: HeldId,
  helpsAt: readonly Id<"organization">[] = [],
): Promise<Outcome<PersonId, "ended" | "expired">> => {
  const row = found(
    await ctx.db
      .selectFrom("heldQualifications")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
  allow(may.see(ctx, row.personId, helpsAt));
  if (row.endedAt) return refused("ended");
  if (row.validUntil !== null && row.validUntil < dayOf(ctx.now)) return refused("expired");
  if (row.seenAt) return done(row.personId);
  await ctx.db
    .updateTable("heldQualifications")
    .set({ seenBy: authorOf(ctx), seenAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "qualification.seen", id, {
    personId: row.personId,
    qualificationId: row.qualificationId,
  });
  return done(row.personId);
};

/** It does not hold any more. */
export const endHeld = async (ctx: Context, id: HeldId): Promise<PersonId> => {
  const row = found(
    await ctx.db.selectFrom("heldQualifications").selectAll().where("id", "=", id).executeTakeFirst(),
  );
  // What one may not touch is not there for them.
  if (!may.tell(ctx, row.personId)) found(undefined);
  if (row.endedAt) return row.personId;
  await ctx.db.updateTable("heldQualifications").set({ endedAt: ctx.now }).where("id", "=", id).execute();
  await record(ctx, "qualification.ended", id, {
    personId: row.personId,
    qualificationId: row.qualificationId,
  });
  return row.personId;
};

/** Forgets what somebody was qualified for. */
export const forgetHeld = async (ctx: Context, person: PersonId): Promise<void> => {
  allow(may.tell(ctx, person));
  await ctx.db.deleteFrom("heldQualifications").where("personId", "=", person).execute();
};
