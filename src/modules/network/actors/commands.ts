import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, tick } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/network/policy.ts";
import { actorParts } from "#modules/network/vocabulary.ts";
import { findOrganization } from "#modules/organizations/queries.ts";

/** Which part an organization plays, and since when; political when an elected office speaks for it. */
export const PartInput = z.object({
  organizationId: z
    .string()
    .refine((text): text is Id<"organization"> => isId<"organization">(text), { error: "choose" }),
  part: z.enum(actorParts),
  political: tick,
  startsOn: day,
});
export type PartInput = z.output<typeof PartInput>;

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

/** From this day the organization plays this part; what it played before ends the day before. */
export const playPart = async (
  ctx: Context,
  input: PartInput,
): Promise<Outcome<Id<"networkActor">, "gone" | "same" | "order">> => {
  allow(may.run(ctx));
  if (!(await findOrganization(ctx, input.organizationId))) return refused("gone");
  // Two at once wait for each other here: of one organization only one part is open.
  await sql`select pg_advisory_xact_lock(hashtext('network_actors'), hashtext(${input.organizationId}))`.execute(
    ctx.db,
  );
  const open = await ctx.db
    .selectFrom("networkActors")
    .select(["id", "part", "political", "startsOn"])
    .where("organizationId", "=", input.organizationId)
    .where("endsOn", "is", null)
    .executeTakeFirst();
  if (open && open.part === input.part && open.political === input.political) return refused("same");
  if (open && open.startsOn >= input.startsOn) return refused("order");
  if (open)
    await ctx.db
      .updateTable("networkActors")
      .set({ endsOn: plusDays(input.startsOn, -1) })
      .where("id", "=", open.id)
      .execute();
  const { id } = await ctx.db
    .insertInto("networkActors")
    .values({ ...input, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "network_actor.set", input.organizationId, { part: input.part });
  return done(id);
};

/** The organization plays no part any more from tomorrow on. */
export const endPart = async (ctx: Context, id: Id<"networkActor">): Promise<Outcome<null, "ended">> => {
  allow(may.run(ctx));
  const row = found(
    await ctx.db
      .selectFrom("networkActors")
      .select(["organizationId", "startsOn", "endsOn"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (row.endsOn !== null) return refused("ended");
  await ctx.db
    .updateTable("networkActors")
    .set({ endsOn: sql<string>`greatest(starts_on, ${dayOf(ctx.now)}::date)` })
    .where("id", "=", id)
    .execute();
  await record(ctx, "network_actor.ended", row.organizationId);
  return done(null);
};

export type KnownPart = Omit<PartInput, "startsOn"> & {
  readonly startsOn: string;
  readonly endsOn: string | null;
};

/** Writes down parts that were played before anybody kept them here. Only for the office, in one statement. */
export const recordParts = async (ctx: Context, list: readonly KnownPart[]): Promise<void> => {
  allow(may.run(ctx));
  if (list.length === 0) return;
  await ctx.db
    .insertInto("networkActors")
    .values(list.map((one) => ({ ...one, madeBy: myself(ctx) })))
    .execute();
  await record(ctx, "network_actor.recorded", ctx.place.id, { count: list.length });
};
