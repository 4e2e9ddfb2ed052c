import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import type { Growth } from "#methods/network-task.ts";

const atOnce = 500;

/** Asks for new measures, once for many changes that follow each other. */
export const measureLater = (ctx: Context): Promise<void> =>
  enqueue(ctx, "compute.network", {}, { key: "network" });

/** Keeps measures, places and the drawing in the stead of the earlier ones; who stood somewhere stands there still. */
export const keepGrowth = async (
  ctx: Context,
  { snapshots, positions, drawing, drawnTies }: Growth,
): Promise<void> => {
  await ctx.db.deleteFrom("networkMeasures").execute();
  for (let at = 0; at < snapshots.length; at += atOnce)
    await ctx.db
      .insertInto("networkMeasures")
      .values(
        snapshots
          .slice(at, at + atOnce)
          .map((snapshot) => ({ measuredOn: snapshot.on, measures: JSON.stringify(snapshot) })),
      )
      .execute();
  for (let at = 0; at < positions.length; at += atOnce)
    await ctx.db
      .insertInto("networkPositions")
      .values(
        positions
          .slice(at, at + atOnce)
          .map(({ id, x, y }) => ({ organizationId: id as Id<"organization">, x, y })),
      )
      .onConflict((conflict) => conflict.columns(["placeId", "organizationId"]).doNothing())
      .execute();
  await ctx.db.deleteFrom("networkDrawings").execute();
  await ctx.db.insertInto("networkDrawings").values({ drawing, ties: drawnTies }).execute();
  await record(ctx, "network.measured", ctx.place.id, { days: snapshots.length });
};
