import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/workshops/policy.ts";

type ClusterId = Id<"cardCluster">;
type PhaseId = Id<"workshopPhase">;

export type Given = { readonly clusterId: ClusterId; readonly count: number };

const listIds = async (ctx: Context, phase: PhaseId): Promise<ReadonlySet<ClusterId>> => {
  const rows = await ctx.db
    .selectFrom("cardClusters")
    .select("id")
    .where("phaseId", "=", phase)
    .limit(500)
    .execute();
  return new Set(rows.map(({ id }) => id));
};

const summed = (given: readonly Given[], known: ReadonlySet<ClusterId>): ReadonlyMap<ClusterId, number> => {
  const sums = new Map<ClusterId, number>();
  for (const { clusterId, count } of given)
    if (known.has(clusterId) && count > 0)
      sums.set(clusterId, (sums.get(clusterId) ?? 0) + Math.floor(count));
  return sums;
};

const total = (sums: ReadonlyMap<ClusterId, number>): number =>
  [...sums.values()].reduce((sum, count) => sum + count, 0);

/**
 * Lays the dots of one phone anew: what is sent is what lies, so that sending it again changes nothing. Possible until
 * the phase takes no dots any more; answers how many are left.
 */
export const giveDots = async (
  ctx: Context,
  guest: Id<"workshopGuest">,
  phase: PhaseId,
  given: readonly Given[],
): Promise<Outcome<{ readonly left: number }, "notOpen" | "tooMany">> => {
  const { workshopId } = found(
    await ctx.db
      .selectFrom("workshopGuests")
      .select("workshopId")
      .where("id", "=", guest)
      .forUpdate()
      .executeTakeFirst(),
  );
  const open = await ctx.db
    .selectFrom("workshopPhases as p")
    .innerJoin("workshops as w", "w.id", "p.workshopId")
    .select("p.dots")
    .where("p.id", "=", phase)
    .where("p.workshopId", "=", workshopId)
    .where("p.takes", "=", "dots")
    .where("w.state", "=", "running")
    .executeTakeFirst();
  if (!open) return refused("notOpen");
  const known = await listIds(ctx, phase);
  const sums = summed(given, known);
  const left = open.dots - total(sums);
  if (left < 0) return refused("tooMany");
  if (known.size === 0) return done({ left });
  await ctx.db
    .deleteFrom("workshopDots")
    .where("guestId", "=", guest)
    .where("clusterId", "in", [...known])
    .execute();
  if (sums.size > 0)
    await ctx.db
      .insertInto("workshopDots")
      .values([...sums].map(([clusterId, count]) => ({ workshopId, clusterId, guestId: guest, count })))
      .execute();
  return done({ left });
};

export type PaperDots = { readonly people: number; readonly given: readonly Given[] };

/** The dots that were counted on paper, and how many people glued them: replaces what was typed in before. */
export const setPaperDots = async (
  ctx: Context,
  phase: PhaseId,
  { people, given }: PaperDots,
): Promise<Outcome<null, "tooMany">> => {
  allow(may.run(ctx));
  const { workshopId, dots } = found(
    await ctx.db
      .selectFrom("workshopPhases")
      .select(["workshopId", "dots"])
      .where("id", "=", phase)
      .forUpdate()
      .executeTakeFirst(),
  );
  const known = await listIds(ctx, phase);
  const sums = summed(given, known);
  if (total(sums) > people * dots) return refused("tooMany");
  await ctx.db.updateTable("workshopPhases").set({ paperPeople: people }).where("id", "=", phase).execute();
  if (known.size > 0)
    await ctx.db
      .deleteFrom("workshopDots")
      .where("guestId", "is", null)
      .where("clusterId", "in", [...known])
      .execute();
  if (sums.size > 0)
    await ctx.db
      .insertInto("workshopDots")
      .values([...sums].map(([clusterId, count]) => ({ workshopId, clusterId, guestId: null, count })))
      .execute();
  await record(ctx, "workshop_phase.paper_dots", phase, { people, dots: total(sums) });
  return done(null);
};

const dots = "punkte-";

/** Dots from paper: how many people, and how many for each cluster. */
export const PaperDotsForm = z
  .object({ menschen: whole(0, 10_000) })
  .catchall(z.unknown())
  .transform(({ menschen, ...rest }) => ({
    people: menschen,
    given: Object.entries(rest).flatMap(([name, value]): Given[] => {
      const id = name.startsWith(dots) ? name.slice(dots.length) : "";
      const count = Number(value);
      return isId<"cardCluster">(id) && Number.isSafeInteger(count) && count > 0 && count <= 10_000
        ? [{ clusterId: id, count }]
        : [];
    }),
  }));
