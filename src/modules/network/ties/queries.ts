import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { MineEntry } from "#core/module.ts";
import { type CooperationRow, listCooperations, listWaiting } from "#modules/network/cooperations/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { speaksFor } from "#modules/network/policy.ts";
import { say } from "./messages.ts";

type OrganizationId = Id<"organization">;

/** The organizations the signed-in person speaks for themselves; the office as such speaks for none here. */
export const ownOrganizations = (ctx: Context): readonly OrganizationId[] => {
  if (ctx.actor.kind !== "person") return [];
  const own = speaksFor(ctx);
  return own === "everywhere" ? [] : own;
};

/** What these organizations stand in, the latest beginning first. */
export const listOwn = async (
  ctx: Context,
  organizations: readonly OrganizationId[],
): Promise<readonly CooperationRow[]> =>
  organizations.length === 0 ? [] : listCooperations(ctx, { among: organizations });

/** Id and name of the organizations somebody speaks for. */
export const nameOwn = (ctx: Context, organizations: readonly OrganizationId[]) =>
  organizations.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom("organizations")
        .select(["id", "name"])
        .where("id", "in", [...organizations])
        .orderBy(sql`name collate german`)
        .limit(100)
        .execute();

/** What waits for an answer of the signed-in person's organizations. */
export const mineOf = async (ctx: Context): Promise<readonly MineEntry[]> =>
  (await listWaiting(ctx, ownOrganizations(ctx))).slice(0, 10).map(({ id, topic, madeAt, waitsForName }) => ({
    title: topic,
    text: say(ctx)("mineWaiting", { organization: waitsForName }),
    href: paths.tie(id),
    waiting: true,
    at: madeAt,
  }));
