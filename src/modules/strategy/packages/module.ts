import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { forgetTypist } from "./commands.ts";
import { say } from "./messages.ts";
import { findPackages, namePackages, type PackageId, tellStances } from "./queries.ts";

const amendmentPackage: Traceable = {
  kind: "amendmentPackage",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => namePackages(ctx, ids as readonly PackageId[]),
  find: findPackages,
};

export const packages: Module = {
  name: "strategy/packages",
  traceables: [amendmentPackage],
  personalData: {
    show: async (ctx, person) => ({ stances: await tellStances(ctx, person) }),
    erase: forgetTypist,
  },
};
