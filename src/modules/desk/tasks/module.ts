import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { done, tasks } from "./pages.tsx";

export const deskTasks: Module = {
  name: "desk/tasks",
  pages: { "/buero/aufgaben": tasks, [paths.done]: done },
};
