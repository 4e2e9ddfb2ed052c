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

/** The part each organization plays on a day, by the short name of the organization. */
export const listPartsOn = (ctx: Context, day: string) =>
  ctx.db
    .selectFrom("networkActors as a")
    .innerJoin("organizations as o", "o.id", "a.organizationId")
    .select(["o.slug", "a.part", "a.political"])
    .where("a.startsOn", "<=", day)
    .where((of) => of.or([of("a.endsOn", "is", null), of("a.endsOn", ">=", day)]))
    .where("o.hiddenAt", "is", null)
    .where("o.mergedIntoId", "is", null)
    .orderBy("a.startsOn")
    .orderBy("a.id")
    .limit(10_000)
    .execute();
export type PartOnDay = Awaited<ReturnType<typeof listPartsOn>>[number];
