import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { tellUpstream } from "./commands.ts";
import { pages } from "./pages.tsx";

export const outcomes: Module = {
  name: "participation/outcomes",
  pages: { [paths.listing]: pages },
  reactions: {
    "proposal.moved": (ctx, { subjectId, data }) =>
      tellUpstream(ctx, subjectId as Id<"proposal">, (data as { readonly kind?: unknown }).kind),
  },
};
