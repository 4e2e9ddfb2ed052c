import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { paths } from "#modules/workshops/paths.ts";
import { forgetOwner } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { officePages, publicPages } from "./pages.tsx";
import { findSteps, nameSteps, type StepRow, tellOwn } from "./queries.ts";

const named = ({ id, title, slug }: StepRow) => ({
  kind: "workshopStep",
  id,
  title,
  path: `${paths.publicSteps(slug)}#schritt-${id}`,
});

const step: Traceable = {
  kind: "workshopStep",
  noun: (ctx) => say(ctx)("noun"),
  name: async (ctx, ids) => (await nameSteps(ctx, ids as StepRow["id"][])).map(named),
  find: async (ctx, words) => (await findSteps(ctx, words)).map(named),
};

export const steps: Module = {
  name: "workshops/steps",
  pages: { [paths.register]: officePages, [paths.listing]: publicPages },
  jobs,
  traceables: [step],
  personalData: {
    show: async (ctx, person) => ({ workshopSteps: await tellOwn(ctx, person) }),
    erase: forgetOwner,
  },
};
