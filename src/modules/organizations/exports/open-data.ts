import * as z from "zod";
import type { Dataset } from "#core/module.ts";
import { listOrganizations } from "#modules/organizations/queries.ts";
import { sectors } from "#modules/organizations/vocabulary.ts";
import { listHsdsServices } from "./queries.ts";

/** What everybody may take and use: no people, no numbers, no mail addresses. */
export const datasets: readonly Dataset[] = [
  {
    name: "organizations",
    licence: "CC0-1.0",
    columns: z.object({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      sector: z.enum(sectors),
      summary: z.string(),
      postcode: z.string().nullable(),
      townName: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      fields: z.array(z.string()),
      targetGroups: z.array(z.string()),
    }),
    rows: (ctx) => listOrganizations(ctx),
  },
  {
    name: "services",
    licence: "CC0-1.0",
    columns: z.object({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      status: z.string(),
      fees_description: z.string().optional(),
      application_process: z.string().optional(),
      last_modified: z.string(),
      organization: z.object({ id: z.string(), name: z.string() }),
    }),
    rows: listHsdsServices,
  },
];
