import { showPerson } from "#app/privacy.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

export type Entry = Readonly<Record<string, unknown>>;
export type Part = { readonly section: string; readonly data: unknown };

const organizationNames = async (
  ctx: Context,
  person: Id<"person">,
): Promise<ReadonlyMap<unknown, string>> => {
  const rows = await ctx.db
    .selectFrom("grants")
    .innerJoin("organizations", "organizations.id", "grants.organizationId")
    .select(["organizations.id", "organizations.name"])
    .where("grants.personId", "=", person)
    .limit(1_000)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Everything that is kept about somebody, part by part; organizations, which roles know by number, by name. */
export const tellParts = async (ctx: Context, person: Id<"person">): Promise<readonly Part[]> => {
  const names = await organizationNames(ctx, person);
  const read = (entry: Entry): Entry =>
    entry["organizationId"] ? { ...entry, organization: names.get(entry["organizationId"]) } : entry;
  return Object.values(await showPerson(ctx, person))
    .flatMap((parts) => Object.entries(parts))
    .map(([section, data]) => ({ section, data: Array.isArray(data) ? data.map(read) : data }));
};
