import type { Context } from "#core/context.ts";
import { hashToken } from "#core/token.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";
import type { WorkshopGuest } from "#modules/workshops/schema.ts";

/** A typed hall code as it was made: capitals, no blanks or hyphens. */
export const readHallCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/gu, "");

/** "K7Q M3T": how a screen shows it and people read it out. */
export const hallCodeInWords = (code: string): string => code.replace(/(.{3})(?=.)/gu, "$1 ");

/** The hall whose code somebody typed: from the announcement to the end of the correction round. */
export const findHallByCode = (ctx: Context, typed: string) =>
  ctx.db
    .selectFrom("workshops")
    .select(["id", "slug", "title", "hallCode"])
    .where("hallCode", "=", readHallCode(typed))
    .where("state", "in", ["announced", "running", "correcting"])
    .executeTakeFirst();

/** The phone that carries this token, in this workshop. */
export const findGuest = async (
  ctx: Context,
  workshop: WorkshopId,
  token: string | undefined,
): Promise<WorkshopGuest | undefined> =>
  token === undefined
    ? undefined
    : ctx.db
        .selectFrom("workshopGuests")
        .selectAll()
        .where("tokenHash", "=", hashToken(token))
        .where("workshopId", "=", workshop)
        .executeTakeFirst();

/** How many phones came in. */
export const countGuests = async (ctx: Context, workshop: WorkshopId): Promise<number> => {
  const row = await ctx.db
    .selectFrom("workshopGuests")
    .select((select) => select.fn.countAll<string>().as("n"))
    .where("workshopId", "=", workshop)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};
