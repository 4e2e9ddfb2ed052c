import { system } from "#core/actor.ts";
import type { Story } from "#core/module.ts";
import borders from "./borders.json" with { type: "json" };
import { importBorders } from "./commands.ts";

/** The first town lies in the district of Görlitz; the second has no open borders, so its map shows points only. */
export const seed = async ({ today, places, tell }: Story): Promise<void> => {
  await tell(places.first, today, system, (ctx) => importBorders(ctx, borders));
};
