import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { searchOrganizations } from "#modules/organizations/search/queries.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

const hits = 10;

export const organizationsDirectory: Module = {
  name: "organizations/directory",
  pages: { [paths.list]: pages },
  menu: (ctx) => [{ href: paths.list, label: say(ctx)("menu"), rank: 20 }],
  search: async (ctx, words) => {
    const { items, guessed } = await searchOrganizations(ctx, { words });
    return items.slice(0, hits).map((one, index) => ({
      kind: say(ctx)("searchKind"),
      title: one.name,
      href: paths.show(one.slug),
      text: one.summary,
      rank: (guessed ? 100 : 10) + index,
    }));
  },
};
