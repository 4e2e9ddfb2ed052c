import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { guides, pages } from "./pages.tsx";
import { footerPages, searchPages } from "./queries.ts";
import { seed } from "./seed.ts";

export const contentPages: Module = {
  name: "content/pages",
  pages: { [paths.pageAddress]: pages, [paths.guides]: guides },
  footer: async (ctx) => [
    { href: paths.guides, label: say(ctx)("guides"), rank: 30 },
    ...(await footerPages(ctx)),
  ],
  search: searchPages,
  seed,
};
