import type { Context } from "#core/context.ts";
import { may } from "#modules/workshops/policy.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";

/** The pictures of a day, with what is seen on them; for the office. */
export const listPhotos = async (ctx: Context, workshop: WorkshopId) =>
  may.run(ctx)
    ? ctx.db
        .selectFrom("workshopPhotos as p")
        .innerJoin("files as f", "f.id", "p.fileId")
        .select([
          "p.id",
          "p.fileId",
          "p.caption",
          "p.use",
          "p.consentWords",
          "f.alternativeText",
          "f.width",
          "f.height",
        ])
        .where("p.workshopId", "=", workshop)
        .orderBy("p.use", "desc")
        .orderBy("p.position")
        .orderBy("p.id")
        .limit(100)
        .execute()
    : [];

export type PhotoRow = Awaited<ReturnType<typeof listPhotos>>[number];
