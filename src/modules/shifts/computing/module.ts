import type { Module } from "#core/module.ts";
import { forgetProposals } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { tellProposals } from "./queries.ts";

export const computing: Module = {
  name: "shifts/computing",
  jobs,
  personalData: {
    show: async (ctx, person) => {
      const rows = await tellProposals(ctx, person);
      return { planProposals: rows };
    },
    erase: forgetProposals,
  },
};
