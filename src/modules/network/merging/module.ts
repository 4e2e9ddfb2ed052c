import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { mergeOrganization } from "./commands.ts";

export const merging: Module = {
  name: "network/merging",
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const { from, into } = data;
      if (typeof from !== "string" || typeof into !== "string") return;
      if (isId<"organization">(from) && isId<"organization">(into)) await mergeOrganization(ctx, from, into);
    },
  },
};
