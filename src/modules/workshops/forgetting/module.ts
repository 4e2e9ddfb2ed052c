import type { Module } from "#core/module.ts";
import { registrationsOf } from "#modules/workshops/registrations/queries.ts";
import { eraseRegistrations } from "./commands.ts";
import { jobs } from "./jobs.ts";

export const forgetting: Module = {
  name: "workshops/forgetting",
  jobs,
  personalData: {
    show: async (ctx, person) => {
      const rows = await registrationsOf(ctx, person);
      return {
        workshopRegistrations: rows.map(
          ({ title, startsAt, name, email, phone, organizationName, needs }) => ({
            workshop: title,
            startsAt,
            name,
            email,
            phone,
            organization: organizationName,
            needs,
          }),
        ),
      };
    },
    erase: eraseRegistrations,
  },
};
