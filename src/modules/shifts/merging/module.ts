import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { endDoubles, joinPools } from "./commands.ts";

export const merging: Module = {
  name: "shifts/merging",
  reactions: {
    "person.claimed": async (ctx, { subjectId, data: { file } }) => {
      if (typeof file !== "string" || !isId<"person">(file) || !isId<"person">(subjectId)) return;
      await endDoubles(ctx, file, subjectId);
      await joinPools(ctx, file, subjectId);
    },
  },
};
