import * as z from "zod";
import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import { paths } from "#modules/organizations/paths.ts";
import {
  findOrganization,
  findOrganizationBySlug,
  type OrganizationCard,
} from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { searchOrganizations } from "#modules/organizations/search/queries.ts";
import { listServices } from "#modules/organizations/services/queries.ts";
import { listSites } from "#modules/organizations/sites/queries.ts";
import { fields, sectors, targetGroups } from "#modules/organizations/vocabulary.ts";
import { meaning } from "./meanings.ts";
import { moment, postcode, resource } from "./resource.ts";

const Filters = z.object({
  q: z.string().max(100).optional().describe(meaning("words")),
  sector: z.enum(sectors).optional().describe(meaning("sector")),
  field: z.enum(fields).optional().describe(meaning("field")),
  targetGroup: z.enum(targetGroups).optional().describe(meaning("targetGroup")),
  postcode: postcode.optional().describe(meaning("postcode")),
  radius: z.coerce.number().int().min(1).max(200).optional().describe(meaning("radius")),
});

const Item = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url().describe(meaning("url")),
  name: z.string(),
  sector: z.enum(sectors),
  summary: z.string(),
  town: z.string().nullable(),
  postcode: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  fields: z.array(z.string()),
  targetGroups: z.array(z.string()),
  verifiedAt: z.iso.datetime().nullable().describe(meaning("verifiedAt")),
  meters: z.int().nullable().describe(meaning("meters")),
});

const Site = z.object({
  id: z.uuid(),
  name: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  openingHours: z.string(),
  accessibility: z.array(z.string()),
});

const Service = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  needs: z.array(z.string()),
});

const Whole = Item.omit({ meters: true }).extend({
  description: z.string(),
  legalForm: z.string().nullable(),
  registerNumber: z.string().nullable(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  languages: z.array(z.string()),
  changedAt: z.iso.datetime(),
  sites: z.array(Site),
  services: z.array(Service),
});

const itemOf = (origin: string, card: OrganizationCard) => ({
  ...card,
  url: origin + paths.show(card.slug),
  town: card.townName,
  verifiedAt: moment(card.verifiedAt),
});

const wholeOf = async (
  ctx: Context,
  origin: string,
  organization: Organization,
): Promise<z.input<typeof Whole>> => ({
  ...organization,
  ...itemOf(origin, organization),
  changedAt: organization.changedAt.toISOString(),
  sites: (await listSites(ctx, organization.id)).map((site) => ({ ...site, town: site.townName })),
  services: await listServices(ctx, organization.id),
});

/** The directory. */
export const organizations = resource({
  name: "organizations",
  noun: "Organization",
  key: "keyBoth",
  filters: Filters,
  item: Item,
  whole: Whole,
  example: "field=environment&limit=2",
  find: async (ctx, { q, sector, field, targetGroup, postcode: near, radius }, { page, limit, origin }) => {
    const wishes = { words: q, sector, field, group: targetGroup, postcode: near, radius };
    const { items, total } = await searchOrganizations(ctx, { ...wishes, page, size: limit });
    const rows = items.map(({ metres, ...card }) => ({
      ...itemOf(origin, card),
      meters: metres === undefined ? null : Math.round(metres),
    }));
    return { total, rows };
  },
  open: async (ctx, key, origin) => {
    const organization = isId<"organization">(key)
      ? await findOrganization(ctx, key)
      : await findOrganizationBySlug(ctx, key);
    // A link that somebody kept to what is hidden by now leads nowhere, as in the list.
    return organization && organization.hiddenAt === null ? wholeOf(ctx, origin, organization) : undefined;
  },
});
