import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** So long after the day the office may still ask back; then nobody needs to know any more who was there. */
export const keptDays = 90;

// The sector, the presence and the seat stay: the count of the day is true for ever.
const forgotten = {
  name: "–",
  email: "",
  phone: "",
  organizationName: "",
  needs: "",
  personId: null,
  tokenHash: null,
} as const;

/** Forgets who somebody was, in all workshops; what was counted stays. */
export const eraseRegistrations = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.updateTable("workshopRegistrations").set(forgotten).where("personId", "=", person).execute();
};

/** Forgets who came to the workshops of long ago; answers how many registrations lost their names. */
export const forgetRegistrations = async (ctx: Context): Promise<number> => {
  const before = new Date(+ctx.now - keptDays * 86_400_000);
  const { numUpdatedRows } = await ctx.db
    .updateTable("workshopRegistrations")
    .set(forgotten)
    .where("name", "<>", forgotten.name)
    .where(
      "workshopId",
      "in",
      ctx.db.selectFrom("workshops").select("workshops.id").where("endsAt", "<", before),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
};
