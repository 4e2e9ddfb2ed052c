import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";
import type { Workshop } from "#modules/workshops/schema.ts";

/** May one still say what was not meant? Until the end of the last day. */
export const takesCorrections = (
  ctx: Pick<Context, "now">,
  { state, correctUntil }: Pick<Workshop, "state" | "correctUntil">,
): boolean => state === "correcting" && (correctUntil === null || correctUntil >= dayOf(ctx.now));

/** What was said, and what became of it; nobody's name stands there. */
export const listCorrections = (ctx: Context, workshop: WorkshopId) =>
  ctx.db
    .selectFrom("workshopCorrections as k")
    .innerJoin("cardClusters as c", "c.id", "k.clusterId")
    .select([
      "k.id",
      "k.words",
      "k.state",
      "k.reply",
      "k.madeAt",
      "k.decidedAt",
      "k.clusterId",
      "c.title as cluster",
      "c.words as clusterWords",
    ])
    .where("k.workshopId", "=", workshop)
    .orderBy("k.madeAt")
    .orderBy("k.id")
    .limit(500)
    .execute();

export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>[number];

/** What a person said about what was not meant. */
export const tellOwn = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("workshopCorrections as k")
    .innerJoin("workshopRegistrations as r", "r.id", "k.registrationId")
    .select(["k.words", "k.reply", "k.madeAt"])
    .where("r.personId", "=", person)
    .orderBy("k.madeAt")
    .limit(500)
    .execute();
