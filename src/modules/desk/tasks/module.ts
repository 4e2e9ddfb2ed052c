import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import {
  dropDecision,
  dropRepair,
  expectCall,
  expectComparison,
  expectDecision,
  expectRepair,
} from "./commands.ts";
import { done, tasks } from "./pages.tsx";

export const deskTasks: Module = {
  name: "desk/tasks",
  pages: { "/buero/aufgaben": tasks, [paths.done]: done },
  reactions: {
    "organization.claimed": (ctx, { data }) => expectDecision(ctx, data),
    "organization.claim_decided": (ctx, { data }) => dropDecision(ctx, data),
    "import.applied": (ctx, { subjectId, data }) => expectComparison(ctx, subjectId, data),
    "calendar_source.failing": (ctx, { subjectId, data }) => expectRepair(ctx, subjectId, data),
    "calendar_source.recovered": (ctx, { subjectId }) => dropRepair(ctx, subjectId),
    "calendar_source.ended": (ctx, { subjectId }) => dropRepair(ctx, subjectId),
    "notices.unsendable": (ctx, { subjectId, data }) => expectCall(ctx, subjectId, data),
  },
};
