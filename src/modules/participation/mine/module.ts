import type { Module } from "#core/module.ts";
import { forgetFollower } from "./commands.ts";
import { calendarOf, mineOf, tellFollowed } from "./queries.ts";

export const mine: Module = {
  name: "participation/mine",
  mine: mineOf,
  calendar: calendarOf,
  personalData: {
    show: async (ctx, person) => ({ followedProcesses: await tellFollowed(ctx, person) }),
    erase: forgetFollower,
  },
};
