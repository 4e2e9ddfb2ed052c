import type { Context } from "#core/context.ts";
import { findPage, type WrittenPage } from "#modules/content/pages/queries.ts";
import { findPlaceSettings, missingIn } from "#modules/places/queries.ts";

/** What the town itself wrote under the name of a generated page. */
export const findAddition = async (ctx: Context, slug: string): Promise<WrittenPage | undefined> => {
  const page = await findPage(ctx, slug);
  return page?.publishedAt ? page : undefined;
};

/** Everything the legal pages are made from. */
export const findLegal = async (ctx: Context, slug: string) => {
  const settings = await findPlaceSettings(ctx);
  return { settings, missing: missingIn(ctx, settings), addition: await findAddition(ctx, slug) };
};
