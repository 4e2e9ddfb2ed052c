import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { mixSoon } from "./commands.ts";
import { jobs } from "./jobs.ts";

export const surveysMixing: Module = {
  name: "surveys/mixing",
  jobs,
  reactions: {
    "survey.closed": async (ctx, { subjectId }) => {
      if (isId<"survey">(subjectId)) await mixSoon(ctx, subjectId);
    },
  },
};
