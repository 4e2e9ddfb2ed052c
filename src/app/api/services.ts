import * as z from "zod";
import { paths } from "#modules/organizations/paths.ts";
import { findServices, type ServiceRow } from "#modules/organizations/services/queries.ts";
import { needs, sectors, targetGroups } from "#modules/organizations/vocabulary.ts";
import { meaning } from "./meanings.ts";
import { cut, resource } from "./resource.ts";

const Filters = z.object({
  need: z.enum(needs).optional().describe(meaning("need")),
  targetGroup: z.enum(targetGroups).optional().describe(meaning("targetGroup")),
});

const Item = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  needs: z.array(z.string()),
  targetGroups: z.array(z.string()),
  languages: z.array(z.string()),
  fees: z.string(),
  howToCome: z.string(),
  organization: z.object({
    name: z.string(),
    slug: z.string(),
    url: z.url().describe(meaning("url")),
    sector: z.enum(sectors),
    phone: z.string().nullable(),
  }),
  site: z
    .object({
      name: z.string(),
      street: z.string().nullable(),
      postcode: z.string().nullable(),
      town: z.string().nullable(),
      openingHours: z.string(),
      accessibility: z.array(z.string()),
    })
    .nullable(),
});

const siteOf = ({ site, street, postcode, townName, openingHours, accessibility }: ServiceRow) =>
  site === null
    ? null
    : {
        name: site,
        street,
        postcode,
        town: townName,
        openingHours: openingHours ?? "",
        accessibility: accessibility ?? [],
      };

const itemOf = (origin: string, row: ServiceRow): z.input<typeof Item> => ({
  ...row,
  organization: {
    name: row.organization,
    slug: row.slug,
    url: origin + paths.show(row.slug),
    sector: row.sector,
    phone: row.phone,
  },
  site: siteOf(row),
});

const all = 5_000;

/** What organizations offer to people. */
export const services = resource({
  name: "services",
  noun: "Service",
  key: "keyId",
  filters: Filters,
  item: Item,
  whole: Item,
  example: "need=advice&limit=2",
  find: async (ctx, { need, targetGroup }, call) => {
    const found = await findServices(ctx, { need, group: targetGroup }, all);
    return { total: found.length, rows: cut(found, call).map((row) => itemOf(call.origin, row)) };
  },
  open: async (ctx, key, origin) => {
    const row = (await findServices(ctx, {}, all)).find(({ id }) => id === key);
    return row && itemOf(origin, row);
  },
});
