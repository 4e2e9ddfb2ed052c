import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { endReached } from "./commands.ts";
import { pages } from "./pages.tsx";

export const calls: Module = {
  name: "shifts/calls",
  pages: { [paths.plans]: pages },
  reactions: {
    "signup.confirmed": (ctx, { data }) => endReached(ctx, data["needId"] as Id<"shiftNeed">),
  },
};
