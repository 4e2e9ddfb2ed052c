import * as z from "zod";
import type { Context } from "#core/context.ts";
import { read } from "#core/input.ts";
import { isPoint } from "#methods/geography.ts";
import { plainText } from "#methods/plain-text.ts";
import { decodeText } from "#methods/table-file.ts";
import { Identity, type OrganizationChanges, Reach } from "#modules/organizations/commands.ts";
import type { Draft, Drafts } from "#modules/organizations/drafts/queries.ts";
import {
  guessSector,
  recognizeField,
  recognizeLanguage,
  recognizeNeed,
  recognizeSector,
  recognizeTargetGroup,
} from "#modules/organizations/drafts/vocabulary.ts";
import { say } from "./messages.ts";

type Reader = Pick<Context, "language">;

// Real files leave things out and put numbers where text belongs; what we do not need we do not insist on.
const text = z
  .preprocess((value) => (typeof value === "number" ? String(value) : value), z.string())
  .nullish()
  .catch(undefined);
const several = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? []);
const number = z.number().nullish().catch(undefined);

const Attribute = z.object({
  value: text,
  taxonomy_term: z.object({ code: text, name: text, taxonomy: text }).nullish().catch(undefined),
});
const Service = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  status: text,
  fees_description: text,
  application_process: text,
  languages: several(z.object({ code: text, name: text })),
  attributes: several(Attribute),
});
const Location = z.object({
  latitude: number,
  longitude: number,
  addresses: several(z.object({ address_1: text, city: text, postal_code: text, country: text })),
});
const Organization = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  email: text,
  website: text,
  legal_status: text,
  phones: several(z.object({ number: text })),
  locations: several(Location),
  organization_identifiers: several(z.object({ identifier: text })),
  services: several(Service),
  attributes: several(Attribute),
});
type Organization = z.output<typeof Organization>;
type Attributes = z.output<typeof Attribute>[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An organization, a list of them, a page of an API, or services that name theirs: the organizations in it. */
const organizationsIn = (json: unknown): readonly unknown[] => {
  if (Array.isArray(json)) return json.flatMap(organizationsIn);
  if (!isObject(json)) return [];
  for (const list of [json["contents"], json["organizations"]])
    if (Array.isArray(list)) return list.flatMap(organizationsIn);
  const { organization, ...service } = json;
  if (isObject(organization)) return [{ ...organization, services: [service] }];
  return [json];
};

// One organization may come once with each of its services.
const gathered = (organizations: readonly Organization[]): readonly Organization[] => {
  const byId = new Map<string, Organization>();
  for (const one of organizations) {
    const known = byId.get(one.id);
    byId.set(one.id, known ? { ...known, services: [...known.services, ...one.services] } : one);
  }
  return [...byId.values()];
};

const codes = (
  attributes: Attributes,
  taxonomy: string,
  recognize: (word: string) => string | undefined,
): string[] => [
  ...new Set(
    attributes.flatMap(({ taxonomy_term: term }) => {
      if (term?.taxonomy && !term.taxonomy.endsWith(taxonomy)) return [];
      return recognize(term?.code ?? "") ?? recognize(term?.name ?? "") ?? [];
    }),
  ),
];

const servicesOf = ({ services }: Organization): Draft["services"] =>
  services
    .filter(({ status }) => status !== "inactive" && status !== "defunct")
    .slice(0, 200)
    .map((service) => ({
      externalId: service.id,
      name: plainText(service.name).slice(0, 150),
      description: plainText(service.description ?? "").slice(0, 3_000),
      needs: codes(service.attributes, "need", recognizeNeed),
      targetGroups: codes(service.attributes, "target-group", recognizeTargetGroup),
      languages: [
        ...new Set(
          service.languages.flatMap(
            ({ code, name }) => recognizeLanguage(code ?? "") ?? recognizeLanguage(name ?? "") ?? [],
          ),
        ),
      ],
      fees: plainText(service.fees_description ?? "")
        .replace(/\s+/gu, " ")
        .slice(0, 200),
      howToCome: plainText(service.application_process ?? "").slice(0, 500),
    }));

const firstSentences = (description: string): string => {
  const flat = description.replace(/\s+/gu, " ");
  return flat.length <= 300 ? flat : `${flat.slice(0, 296).replace(/\s+\S*$/u, "")} …`;
};

const Row = Identity.extend(Reach.shape);

const draftOf = (reader: Reader, organization: Organization, line: number): Draft => {
  const name = plainText(organization.name).replace(/\s+/gu, " ");
  const description = plainText(organization.description ?? "");
  const [location] = organization.locations;
  const [address] = location?.addresses ?? [];
  const postcode = /^\d{5}$/u.test(address?.postal_code ?? "") ? (address?.postal_code ?? "") : "";
  const sector = codes(organization.attributes, "sector", recognizeSector)[0];
  const typed: Record<string, string | string[]> = {
    name,
    sector: sector ?? guessSector(name),
    summary: firstSentences(description),
    description,
    legalForm: organization.legal_status ?? "",
    registerNumber: organization.organization_identifiers[0]?.identifier ?? "",
    website: organization.website ?? "",
    email: organization.email ?? "",
    phone: (organization.phones[0]?.number ?? "").replace(/^"+|"+$/gu, ""),
    street: plainText(address?.address_1 ?? ""),
    postcode,
    townName: plainText(address?.city ?? ""),
    fields: codes(organization.attributes, "field", recognizeField),
    targetGroups: codes(organization.attributes, "target-group", recognizeTargetGroup),
    languages: [],
  };
  const input = read(reader, Row, typed);
  const { latitude, longitude } = location ?? {};
  const place = isPoint(latitude, longitude)
    ? { latitude: latitude ?? null, longitude: longitude ?? null }
    : {};
  const given = (column: string) =>
    (typed[column]?.length ?? 0) > 0 && (column !== "sector" || sector !== undefined);
  const values: OrganizationChanges = input.ok
    ? Object.fromEntries(Object.entries(input.value).filter(([column]) => given(column)))
    : {};
  return {
    line,
    name,
    externalId: organization.id,
    values: { ...values, ...place },
    services: servicesOf(organization),
    problems: Object.entries(input.form.errors).map(([column, sentence]) =>
      say(reader)("wrongCell", { column, sentence }),
    ),
  };
};

const limit = 5_000;

/** Reads HSDS 3.x JSON into drafts. What we have no room for (funding, metadata …) is left out. */
export const readHsdsDrafts = (reader: Reader, bytes: Uint8Array): Drafts => {
  let json: unknown;
  try {
    json = JSON.parse(decodeText(bytes).text);
  } catch {
    return { ok: false, problem: say(reader)("fileNoJson") };
  }
  const organizations = organizationsIn(json).flatMap((one) => {
    const parsed = Organization.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  if (organizations.length === 0) return { ok: false, problem: say(reader)("fileNoHsds") };
  if (organizations.length > limit) return { ok: false, problem: say(reader)("fileTooManyRows") };
  return {
    ok: true,
    drafts: gathered(organizations).map((organization, index) => draftOf(reader, organization, index + 1)),
  };
};
