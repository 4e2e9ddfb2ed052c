import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { feed } from "./api.ts";
import { say } from "./messages.ts";
import { datasets } from "./open-data.ts";
import { searchOffers } from "./queries.ts";

export const catalog: Module = {
  name: "opportunities/catalog",
  pages: { [paths.feed]: feed },
  menu: (ctx) => [{ href: paths.list, label: say(ctx)("menu"), rank: 10 }],
  datasets,
  search: async (ctx, words) =>
    (await searchOffers(ctx, words)).map(({ title, slug, organization, rank }) => ({
      kind: say(ctx)("searchKind"),
      title,
      href: paths.show(slug),
      text: organization,
      rank,
    })),
};
