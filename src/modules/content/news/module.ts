import type { Module } from "#core/module.ts";
import { routes } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { feed } from "./api.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { searchNews } from "./queries.ts";
import { seed } from "./seed.ts";

export const contentNews: Module = {
  name: "content/news",
  pages: { [paths.news]: routes().route("/", feed).route("/", pages) },
  footer: (ctx) => [{ href: paths.news, label: say(ctx)("news"), rank: 20 }],
  search: searchNews,
  seed,
};
