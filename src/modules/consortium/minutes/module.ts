import { system } from "#core/actor.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { beginMinutes } from "./commands.ts";
import { jobs } from "./jobs.ts";

export const minutes: Module = {
  name: "consortium/minutes",
  jobs,
  reactions: {
    "meeting.closed": async (ctx, { subjectId }) => {
      if (isId<"meeting">(subjectId)) await beginMinutes({ ...ctx, actor: system }, subjectId);
    },
  },
};
