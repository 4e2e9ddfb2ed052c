import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { writeTable } from "#methods/table-file.ts";
import { templateHeadings } from "#modules/organizations/drafts/vocabulary.ts";
import { visible } from "#modules/organizations/queries.ts";
import type { Organization, Service, Site } from "#modules/organizations/schema.ts";
import {
  fieldName,
  languageName,
  needName,
  sectorName,
  targetGroupName,
} from "#modules/organizations/vocabulary.ts";

const german = { language: "de" };
const limit = 5_000;

const all = (ctx: Context): Promise<Organization[]> =>
  ctx.db
    .selectFrom("organizations")
    .selectAll()
    .where(visible(ctx))
    .where("hiddenAt", "is", null)
    .orderBy(sql`name collate german`)
    .limit(limit)
    .execute();

type Namer = (reader: typeof german, code: string) => string;
const listed = (codes: readonly string[], name: Namer): string =>
  codes.map((code) => name(german, code)).join(" | ");
const decimalComma = (value: number | null): string =>
  value === null ? "" : String(value).replace(".", ",");

/** The directory as a table that our own import reads again without a change. */
export const exportTable = async (ctx: Context): Promise<string> =>
  writeTable(
    templateHeadings,
    (await all(ctx)).map((one) => [
      one.externalId ?? one.id,
      one.name,
      sectorName(german, one.sector),
      one.legalForm,
      one.registerNumber,
      one.summary,
      one.description,
      one.website,
      one.email,
      one.phone,
      one.street,
      one.postcode,
      one.townName,
      decimalComma(one.latitude),
      decimalComma(one.longitude),
      listed(one.fields, fieldName),
      listed(one.targetGroups, targetGroupName),
      listed(one.languages, languageName),
    ]),
  );

/** An empty table with our headings and one invented line that shows what belongs where. */
export const templateTable = (): string =>
  writeTable(templateHeadings, [
    [
      "17",
      "Teichfreunde Musterstadt e.V.",
      "Verein",
      "e.V.",
      "VR 4711",
      "Wir pflegen den Stadtteich.",
      "Jeden zweiten Samstag räumen wir am Ufer auf.",
      "https://teichfreunde.example",
      "post@teichfreunde.example",
      "03576 123456",
      "Teichstraße 1",
      "02943",
      "Weißwasser",
      "51,504",
      "14,6402",
      "Umwelt, Natur und Tiere | Sport und Bewegung",
      "Familien | Kinder",
      "Deutsch",
    ],
  ]);

/** An id that is always the same for the same words, for parts that have none of their own (UUID version 8). */
const derivedId = (...words: readonly string[]): string => {
  const hex = createHash("sha256").update(words.join("\u0000")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const attributes = (owner: string, taxonomy: string, codes: readonly string[], name: Namer) =>
  codes.map((code) => ({
    id: derivedId(owner, taxonomy, code),
    link_id: owner,
    taxonomy_term: {
      id: derivedId(taxonomy, code),
      code,
      name: name(german, code),
      description: name(german, code),
      taxonomy: `anlaufstelle:${taxonomy}`,
    },
  }));

const phone = (owner: string, number: string | null) =>
  number === null ? {} : { phones: [{ id: derivedId(owner, "phone"), number }] };

type Addressed = Pick<Site, "street" | "postcode" | "townName" | "latitude" | "longitude"> & {
  readonly id: string;
  readonly name: string;
};

const location = (ctx: Context, one: Addressed, site?: Site) => ({
  id: derivedId(one.id, "location"),
  location_type: "physical",
  name: one.name,
  ...(one.latitude === null || one.longitude === null
    ? {}
    : { latitude: one.latitude, longitude: one.longitude }),
  ...(one.street === null || one.postcode === null
    ? {}
    : {
        addresses: [
          {
            id: derivedId(one.id, "address"),
            address_1: one.street,
            city: one.townName ?? ctx.place.name,
            state_province: "DE-SN",
            postal_code: one.postcode,
            country: "DE",
            address_type: "physical",
          },
        ],
      }),
  ...(site && site.accessibility.length > 0
    ? {
        accessibility: site.accessibility.map((code) => ({
          id: derivedId(site.id, code),
          description: code,
        })),
      }
    : {}),
  ...(site && site.openingHours !== ""
    ? { schedules: [{ id: derivedId(site.id, "schedule"), description: site.openingHours }] }
    : {}),
});

const service = (one: Service) => ({
  id: one.id,
  name: one.name,
  description: one.description,
  status: one.endedAt === null ? "active" : "inactive",
  ...(one.fees === "" ? {} : { fees_description: one.fees }),
  ...(one.howToCome === "" ? {} : { application_process: one.howToCome }),
  last_modified: one.changedAt.toISOString(),
  languages: one.languages.map((code) => ({
    id: derivedId(one.id, code),
    code,
    name: languageName({ language: "en" }, code),
  })),
  attributes: [
    ...attributes(one.id, "need", one.needs, needName),
    ...attributes(one.id, "target-group", one.targetGroups, targetGroupName),
  ],
});

const organization = (
  ctx: Context,
  one: Organization,
  sites: readonly Site[],
  services: readonly Service[],
) => ({
  id: one.id,
  name: one.name,
  description: one.description || one.summary,
  ...(one.email === null ? {} : { email: one.email }),
  ...(one.website === null ? {} : { website: one.website }),
  ...(one.legalForm === null ? {} : { legal_status: one.legalForm }),
  ...phone(one.id, one.phone),
  organization_identifiers:
    one.registerNumber === null
      ? []
      : [
          {
            id: derivedId(one.id, "register"),
            identifier_type: "register",
            identifier: one.registerNumber,
          },
        ],
  locations: [
    ...(one.street === null && one.latitude === null ? [] : [location(ctx, one)]),
    ...sites.map((site) => location(ctx, site, site)),
  ],
  services: services.map(service),
  attributes: [
    ...attributes(one.id, "sector", [one.sector], sectorName),
    ...attributes(one.id, "field", one.fields, fieldName),
    ...attributes(one.id, "target-group", one.targetGroups, targetGroupName),
  ],
});

const byOrganization = <Row extends { readonly organizationId: string }>(
  rows: readonly Row[],
): ((id: string) => readonly Row[]) => {
  const groups = Map.groupBy(rows, ({ organizationId }) => organizationId);
  return (id) => groups.get(id) ?? [];
};

/** The directory as one page of HSDS 3.1: organizations with their places and services. */
export const exportHsds = async (ctx: Context) => {
  const organizations = await all(ctx);
  const sitesOf = byOrganization(
    await ctx.db
      .selectFrom("sites")
      .selectAll()
      .limit(4 * limit)
      .execute(),
  );
  const servicesOf = byOrganization(
    await ctx.db
      .selectFrom("services")
      .selectAll()
      .where("endedAt", "is", null)
      .limit(10 * limit)
      .execute(),
  );
  return {
    total_items: organizations.length,
    total_pages: 1,
    page_number: 1,
    size: organizations.length,
    first_page: true,
    last_page: true,
    empty: organizations.length === 0,
    contents: organizations.map((one) => organization(ctx, one, sitesOf(one.id), servicesOf(one.id))),
  };
};

/** The services of everybody in the shape of HSDS, each with who offers it. */
export const listHsdsServices = async (ctx: Context) =>
  (await exportHsds(ctx)).contents.flatMap(({ services, id, name, description }) =>
    services.map((one) => ({ ...one, organization: { id, name, description } })),
  );
