import type { Module } from "#core/module.ts";
import { edit } from "#modules/organizations/paths.ts";
import { forgetMaker } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { pagesAt } from "./pages.tsx";
import { tellSources } from "./queries.ts";

export const contentSources: Module = {
  name: "content/sources",
  pages: { [edit.mine.list]: pagesAt("mine"), [edit.office.list]: pagesAt("office") },
  jobs,
  personalData: {
    show: async (ctx, person) => ({ calendarSources: await tellSources(ctx, person) }),
    erase: forgetMaker,
  },
};
