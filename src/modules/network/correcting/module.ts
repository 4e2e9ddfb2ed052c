import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { say } from "#modules/network/cooperations/messages.ts";
import { jobs } from "./jobs.ts";

// Whoever was waited for has answered, or nobody is waited for any more.
const answered = async (ctx: Parameters<typeof closeTask>[0], id: string): Promise<void> => {
  if (isId<"cooperation">(id)) await closeTask(ctx, "network", id, say(ctx)("taskClosed"));
};

export const correcting: Module = {
  name: "network/correcting",
  jobs,
  reactions: {
    "cooperation.confirmed": (ctx, { subjectId }) => answered(ctx, subjectId),
    "cooperation.declined": (ctx, { subjectId }) => answered(ctx, subjectId),
  },
};
