import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/desk/policy.ts";
import { listStaff } from "#modules/people/queries.ts";

const person = z.string().refine((text): text is Id<"person"> => isId<"person">(text), { error: "choose" });

/** Who is away from when to when, and who stands in. */
export const NewSubstitution = z.object({ abwesend: person, vertretung: person, von: day, bis: day });

export type SubstitutionRefusal = "same" | "past" | "order" | "overlap" | "unknown";

/** From the first to the last day what waits for the one waits for the other. */
export const arrangeSubstitution = async (
  ctx: Context,
  { abwesend, vertretung, von, bis }: z.infer<typeof NewSubstitution>,
): Promise<Outcome<Id<"substitution">, SubstitutionRefusal>> => {
  allow(may.work(ctx));
  if (abwesend === vertretung) return refused("same");
  if (bis < von) return refused("order");
  if (bis < dayOf(ctx.now)) return refused("past");
  const staff = new Set((await listStaff(ctx)).map(({ id }) => id));
  if (!staff.has(abwesend) || !staff.has(vertretung)) return refused("unknown");
  const overlap = await ctx.db
    .selectFrom("substitutions")
    .select("id")
    .where("absentId", "=", abwesend)
    .where("endedAt", "is", null)
    .where("fromDay", "<=", bis)
    .where("toDay", ">=", von)
    .executeTakeFirst();
  if (overlap) return refused("overlap");
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { id } = await ctx.db
    .insertInto("substitutions")
    .values({ absentId: abwesend, substituteId: vertretung, fromDay: von, toDay: bis, madeBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "substitution.arranged", id, {
    absent: abwesend,
    substitute: vertretung,
    from: von,
    to: bis,
  });
  return done(id);
};

/** Somebody is back earlier; a second time nothing happens. */
export const endSubstitution = async (ctx: Context, id: Id<"substitution">): Promise<void> => {
  allow(may.work(ctx));
  const row = await ctx.db
    .updateTable("substitutions")
    .set({ endedAt: ctx.now })
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (row) await record(ctx, "substitution.ended", id);
};
