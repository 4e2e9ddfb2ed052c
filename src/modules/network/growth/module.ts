import type { Module } from "#core/module.ts";
import { measureLater } from "./commands.ts";
import { jobs } from "./jobs.ts";

export const growth: Module = {
  name: "network/growth",
  jobs,
  reactions: {
    "cooperation.confirmed": measureLater,
    "cooperation.changed": measureLater,
    "cooperation.ended": measureLater,
    "organization.changed": measureLater,
    "organization.hidden": measureLater,
    "organization.merged": measureLater,
    "organization.shown": measureLater,
  },
};
