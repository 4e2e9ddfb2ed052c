import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { moveOffers } from "#modules/opportunities/publications/commands.ts";

export const opportunities: Module = {
  name: "opportunities",
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const { from, into } = data;
      if (typeof from !== "string" || typeof into !== "string") return;
      if (isId<"organization">(from) && isId<"organization">(into)) await moveOffers(ctx, from, into);
    },
  },
};
