import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { forgetMember } from "./commands.ts";
import { say } from "./messages.ts";
import { findGroups, type GroupId, nameGroups, tellGroups } from "./queries.ts";

const workingGroup: Traceable = {
  kind: "workingGroup",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameGroups(ctx, ids as readonly GroupId[]),
  find: findGroups,
};

export const groups: Module = {
  name: "network/groups",
  traceables: [workingGroup],
  personalData: {
    show: async (ctx, person) => ({ workingGroups: await tellGroups(ctx, person) }),
    erase: forgetMember,
  },
};
