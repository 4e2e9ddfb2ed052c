import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { freezeFund } from "./commands.ts";

export const funds: Module = {
  name: "participation/funds",
  reactions: { "process.published": (ctx, { subjectId }) => freezeFund(ctx, subjectId as Id<"process">) },
};
