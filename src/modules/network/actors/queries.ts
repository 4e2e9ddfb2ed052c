import { sql } from "kysely";
import type { Context } from "#core/context.ts";

/** Every part an organization plays or played in the network, by name, the latest first. */
export const listParts = (ctx: Context) =>
  ctx.db
    .selectFrom("networkActors as a")
    .innerJoin("organizations as o", "o.id", "a.organizationId")
    .select([
      "a.id",
      "a.organizationId",
      "a.part",
      "a.political",
      "a.startsOn",
      "a.endsOn",
      "o.name",
      "o.slug",
      "o.sector",
    ])
    .orderBy(sql`o.name collate german`)
    .orderBy("a.startsOn", "desc")
    .orderBy("a.id")
    .limit(3_000)
    .execute();
export type PartRow = Awaited<ReturnType<typeof listParts>>[number];
