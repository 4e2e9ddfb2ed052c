import type { Module } from "#core/module.ts";
import { forgetPresences } from "./commands.ts";
import { tellPresences } from "./queries.ts";

export const presence: Module = {
  name: "consortium/presence",
  personalData: {
    show: async (ctx, person) => ({ meetingPresences: await tellPresences(ctx, person) }),
    erase: forgetPresences,
  },
};
