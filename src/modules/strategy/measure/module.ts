import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { tellUpstream } from "./commands.ts";
import { pages } from "./pages.tsx";

export const measure: Module = {
  name: "strategy/measure",
  pages: { [paths.front]: pages },
  reactions: {
    "measure.updated": async (ctx, { subjectId }) => {
      if (isId<"measure">(subjectId)) await tellUpstream(ctx, subjectId);
    },
  },
};
