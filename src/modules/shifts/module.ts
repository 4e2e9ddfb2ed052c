import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { refreshOffer } from "./commands.ts";
import { jobs } from "./jobs.ts";

export const shifts: Module = {
  name: "shifts",
  jobs,
  reactions: {
    // The form of the offer knows nothing of its shifts, and what they say is what holds.
    "opportunity.changed": (ctx, { subjectId }) => refreshOffer(ctx, subjectId as Id<"opportunity">),
  },
};
