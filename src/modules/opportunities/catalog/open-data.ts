import * as z from "zod";
import type { Dataset } from "#core/module.ts";
import { listOpen } from "#modules/opportunities/openings/queries.ts";

/** Every open offer of the town; only these columns leave the house. */
export const datasets: readonly Dataset[] = [
  {
    name: "opportunities",
    licence: "CC0-1.0",
    columns: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      organization: z.string(),
      organizationSlug: z.string(),
      fields: z.array(z.string()),
      targetGroups: z.array(z.string()),
      skills: z.array(z.string()),
      rhythm: z.string(),
      times: z.number(),
      startsAt: z.date().nullable(),
      endsAt: z.date().nullable(),
      durationMinutes: z.number().nullable(),
      placeKind: z.string(),
      townName: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      accessibility: z.array(z.string()),
      minimumAge: z.number().nullable(),
      needsCheck: z.boolean(),
      languages: z.array(z.string()),
      languagesRequired: z.array(z.string()),
      seats: z.number().nullable(),
      publishedAt: z.date().nullable(),
    }),
    rows: listOpen,
  },
];
