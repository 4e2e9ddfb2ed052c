import type { Module } from "#core/module.ts";
import { say } from "#modules/network/messages.ts";
import { paths } from "#modules/network/paths.ts";
import { pages } from "./pages.tsx";

export const picture: Module = {
  name: "network/picture",
  pages: { [paths.picture]: pages },
  menu: (ctx) => [{ href: paths.picture, label: say(ctx)("network"), rank: 50 }],
};
