import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { paths } from "#modules/participation/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { nameProjects, type Project, searchProjects } from "./queries.ts";

const named = ({ id, title, slug, number }: Project) => ({
  kind: "fundProject",
  id,
  title,
  path: `${paths.projects(slug)}#vorhaben-${number}`,
});

const project: Traceable = {
  kind: "fundProject",
  noun: (ctx) => say(ctx)("noun"),
  name: async (ctx, ids) => (await nameProjects(ctx, ids as Id<"fundProject">[])).map(named),
  find: async (ctx, words) => (await searchProjects(ctx, words)).map(named),
};

export const projects: Module = {
  name: "participation/projects",
  pages: { [paths.listing]: pages },
  traceables: [project],
};
