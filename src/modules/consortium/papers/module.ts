import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { officePages, ownPages, publicPages } from "./pages.tsx";

export const papers: Module = {
  name: "consortium/papers",
  pages: {
    [paths.meetings]: publicPages,
    [`${paths.mine}/sitzungen`]: ownPages,
    [paths.officeMeetings]: officePages,
  },
};
