import { sql } from "kysely";
import type { Context } from "#core/context.ts";

// The first word of an event names what it happened to.
const nounsOf: Readonly<Record<string, string>> = {
  organizations: "organization",
  services: "organization",
  opportunities: "opportunity",
  events: "date",
  proposals: "proposal",
  cooperations: "cooperation",
};

/** When something last happened to what a list is made of; for a list whose nouns are not known, to anything. */
export const lastChanges = async (ctx: Context): Promise<(list: string) => Date | undefined> => {
  const rows = await ctx.db
    .selectFrom("events")
    .select(sql<string>`split_part(name, '.', 1)`.as("noun"))
    .select(sql<Date>`max(happened_at)`.as("at"))
    .groupBy("noun")
    .limit(500)
    .execute();
  const at = new Map(rows.map((row) => [row.noun, row.at]));
  const latest = rows.reduce<Date | undefined>(
    (newest, row) => (newest && newest > row.at ? newest : row.at),
    undefined,
  );
  return (list) => {
    const noun = nounsOf[list];
    return noun === undefined ? latest : at.get(noun);
  };
};
