import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { say } from "./messages.ts";
import { type CooperationId, findCooperations, nameCooperations } from "./queries.ts";

const cooperation: Traceable = {
  kind: "cooperation",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameCooperations(ctx, ids as readonly CooperationId[]),
  find: findCooperations,
};

export const cooperations: Module = { name: "network/cooperations", traceables: [cooperation] };
