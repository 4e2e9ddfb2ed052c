import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { forgetWriter } from "./commands.ts";
import { officePages, publicPages } from "./pages.tsx";
import { tellOwn } from "./queries.ts";

export const corrections: Module = {
  name: "workshops/corrections",
  pages: { [paths.register]: officePages, [paths.listing]: publicPages },
  personalData: {
    show: async (ctx, person) => ({ workshopCorrections: await tellOwn(ctx, person) }),
    erase: forgetWriter,
  },
};
