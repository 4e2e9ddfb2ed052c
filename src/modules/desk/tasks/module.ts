import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { dropDecision, expectCall, expectComparison, expectDecision } from "./commands.ts";
import { done, tasks } from "./pages.tsx";

export const deskTasks: Module = {
  name: "desk/tasks",
  pages: { "/buero/aufgaben": tasks, [paths.done]: done },
  reactions: {
    "organization.claimed": (ctx, { data }) => expectDecision(ctx, data),
    "organization.claim_decided": (ctx, { data }) => dropDecision(ctx, data),
    "import.applied": (ctx, { subjectId, data }) => expectComparison(ctx, subjectId, data),
    "notices.unsendable": (ctx, { subjectId, data }) => expectCall(ctx, subjectId, data),
  },
};
