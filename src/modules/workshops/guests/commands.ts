import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";
import { countGuests, findHallByCode } from "./queries.ts";

const mostGuests = 2_000;

export type LetIn = { readonly slug: string; readonly workshop: WorkshopId; readonly token: string };

/** Lets a phone into the hall whose code was typed. It gets a token of its own and no name; nothing says whose it is. */
export const letIn = async (ctx: Context, typed: string): Promise<Outcome<LetIn, "unknown" | "full">> => {
  const hall = await findHallByCode(ctx, typed);
  if (!hall) return refused("unknown");
  if ((await countGuests(ctx, hall.id)) >= mostGuests) return refused("full");
  const { token, hash } = newToken();
  await ctx.db.insertInto("workshopGuests").values({ workshopId: hall.id, tokenHash: hash }).execute();
  return done({ slug: hall.slug, workshop: hall.id, token });
};

/** Sits down at a table, or at another one. */
export const chooseTable = async (
  ctx: Context,
  workshop: WorkshopId,
  guest: Id<"workshopGuest">,
  table: Id<"workshopTable">,
): Promise<Outcome<null, never>> => {
  const row = await ctx.db
    .selectFrom("workshopTables")
    .select("id")
    .where("id", "=", table)
    .where("workshopId", "=", workshop)
    .executeTakeFirst();
  found(row);
  await ctx.db.updateTable("workshopGuests").set({ tableId: table }).where("id", "=", guest).execute();
  return done(null);
};
