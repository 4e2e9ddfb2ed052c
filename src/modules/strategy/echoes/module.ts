import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { tellContributors } from "./commands.ts";

export const echoes: Module = {
  name: "strategy/echoes",
  reactions: {
    "measure.updated": async (ctx, { subjectId }) => {
      if (isId<"measure">(subjectId)) await tellContributors(ctx, subjectId);
    },
  },
};
