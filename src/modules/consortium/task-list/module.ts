import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { officePages, ownPages, publicPages } from "./pages.tsx";

export const taskList: Module = {
  name: "consortium/task-list",
  pages: {
    [paths.tasks]: publicPages,
    [paths.officeTasks]: officePages,
    [`${paths.mine}/aufgaben`]: ownPages,
  },
};
