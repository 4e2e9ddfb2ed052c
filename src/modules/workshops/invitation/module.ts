import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const invitation: Module = {
  name: "workshops/invitation",
  pages: { [paths.listing]: pages },
  footer: (ctx) => [{ href: paths.listing, label: say(ctx)("heading"), rank: 40 }],
};
