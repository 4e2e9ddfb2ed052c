import type { Module } from "#core/module.ts";
import { registrationsOf } from "#modules/workshops/registrations/queries.ts";
import { eraseRegistrations } from "./commands.ts";
import { jobs } from "./jobs.ts";

export const forgetting: Module = {
  name: "workshops/forgetting",
  jobs,
  personalData: {
    show: async (ctx, person) => ({ workshopRegistrations: await registrationsOf(ctx, person) }),
    erase: eraseRegistrations,
  },
};
