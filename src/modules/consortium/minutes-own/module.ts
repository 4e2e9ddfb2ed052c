import type { Module } from "#core/module.ts";
import { forgetObjector } from "#modules/consortium/minutes-objections/commands.ts";
import { tellObjections } from "#modules/consortium/minutes-objections/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const minutesOwn: Module = {
  name: "consortium/minutes-own",
  pages: { [`${paths.mine}/sitzungen`]: pages },
  personalData: {
    show: async (ctx, person) => ({ minutesObjections: await tellObjections(ctx, person) }),
    erase: forgetObjector,
  },
};
