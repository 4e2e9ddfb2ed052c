import type { Module } from "#core/module.ts";
import { erasePersonal } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { showPersonal } from "./queries.ts";

export const attendance: Module = {
  name: "shifts/attendance",
  jobs,
  personalData: { show: showPersonal, erase: erasePersonal },
};
