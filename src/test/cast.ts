import type pg from "pg";
import type { Grant, PersonActor, Role } from "#core/actor.ts";
import type { Place } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";

/** Who plays in the tests: one of each role, and some of the neighboring town. */
export const cast = {
  volunteer: { name: "Frieda Freiwillig", town: "first", role: null },
  neighborhood: { name: "Nils Nachbar", town: "first", role: null },
  coordinator: { name: "Karla Koordination", town: "first", role: "coordinator" },
  colleague: { name: "Konrad Kollege", town: "first", role: "coordinator" },
  editor: { name: "Edda Redaktion", town: "first", role: "editor" },
  administrator: { name: "Ada Verwaltung", town: "first", role: "administrator" },
  representative: { name: "Vera Verein", town: "first", role: "representative" },
  otherRepresentative: { name: "Jule Jugendhaus", town: "first", role: "representative" },
  partner: { name: "Paul Betrieb", town: "first", role: "partner" },
  consortium: { name: "Kai Konsortium", town: "first", role: "consortium" },
  chair: { name: "Vicky Vorsitz", town: "first", role: "chair" },
  juror: { name: "Jori Jury", town: "first", role: "juror" },
  foreignCoordinator: { name: "Fritz Fremd", town: "second", role: "coordinator" },
  foreignVolunteer: { name: "Fee Fremd", town: "second", role: null },
} as const satisfies Readonly<Record<string, { name: string; town: "first" | "second"; role: Role | null }>>;

export type Part = keyof typeof cast;
export type Cast = Readonly<Record<Part, PersonActor>>;

export type Scene = {
  readonly first: Place;
  readonly second: Place;
  readonly cast: Cast;
  /** The club of the representative, another organization, and a company. */
  readonly club: Id<"organization">;
  readonly youthCenter: Id<"organization">;
  readonly company: Id<"organization">;
};

/** The token of the session in which this part is signed in. */
export const tokenOf = (part: Part): string => `session-of-${part}`;

const placeColumns = `id, slug, name, sorbian_name as "sorbianName", lead, languages, postcode, latitude, longitude,
  office_name as "officeName", office_street as "officeStreet", office_postcode as "officePostcode",
  office_town as "officeTown", office_phone as "officePhone", office_email as "officeEmail",
  office_people as "officePeople", opening_hours as "openingHours", accent_light as "accentLight",
  accent_dark as "accentDark", accent_deep as "accentDeep", logo_file_id as "logoFileId", demo`;

const addPlace = async (client: pg.Client, slug: string, name: string): Promise<Place> => {
  const { rows } = await client.query<Place>(
    `insert into places (slug, hosts, name, full_name, postcode, latitude, longitude, languages, office_name,
       office_street, office_postcode, office_town, office_phone, office_email, opening_hours, legal_operator,
       legal_representative, legal_responsible, privacy_contact, supervisory_authority)
     values ($1, array[$1 || '.test'], $2, $2, '02943', 51.504, 14.6402, '{de,en,hsb,de-x-easy}', 'Anlaufstelle ' || $2,
       'Marktplatz 1', '02943', $2, '03576 123456', 'post@' || $1 || '.example', 'Di und Do 9–12 Uhr', 'Verein ' || $2,
       'der Vorstand', 'Vera Wort', 'datenschutz@' || $1 || '.example', 'Datenschutzbehörde')
     returning ${placeColumns}`,
    [slug, name],
  );
  const [place] = rows;
  if (!place) throw new Error("the town was not founded");
  return place;
};

const addOrganization = async (
  client: pg.Client,
  place: Place,
  slug: string,
  name: string,
  sector: string,
) => {
  const { rows } = await client.query<{ id: Id<"organization"> }>(
    `insert into organizations (place_id, slug, name, sector, postcode, town_name, verified_at, email)
     values ($1, $2, $3, $4, '02943', $5, now(), $6) returning id`,
    [place.id, slug, name, sector, place.name, `${slug}@${place.slug}.example`],
  );
  const [organization] = rows;
  if (!organization) throw new Error("the organization was not made");
  return organization.id;
};

const addPerson = async (
  client: pg.Client,
  place: Place,
  part: Part,
  grants: readonly Grant[],
): Promise<PersonActor> => {
  const { name } = cast[part];
  const address = `${part.toLowerCase()}@${place.slug}.example`;
  const { rows } = await client.query<{ id: Id<"person">; accountId: Id<"account"> }>(
    `with account as (insert into accounts (email) values ($2) returning id)
     insert into people (place_id, account_id, name, email, age_band, postcode)
     select $1, account.id, $3, $2, 'adult', '02943' from account returning id, account_id as "accountId"`,
    [place.id, address, name],
  );
  const [person] = rows;
  if (!person) throw new Error("the person was not made");
  await client.query(
    `insert into sessions (token_hash, account_id, second_factor_at, expires_at)
     values ($1, $2, now(), now() + interval '400 days')`,
    [hashToken(tokenOf(part)), person.accountId],
  );
  for (const { role, organizationId } of grants) {
    await client.query(
      "insert into grants (place_id, person_id, role, organization_id) values ($1, $2, $3, $4)",
      [place.id, person.id, role, organizationId],
    );
  }
  return { kind: "person", id: person.id, accountId: person.accountId, name, grants };
};

/** Founds both towns and everybody who plays, with the owner's rights, before the first test of a file. */
export const setScene = async (client: pg.Client): Promise<Scene> => {
  const first = await addPlace(client, "musterstadt", "Musterstadt");
  const second = await addPlace(client, "nachbarort", "Nachbarort");
  const club = await addOrganization(client, first, "teichfreunde", "Teichfreunde Musterstadt e.V.", "civil");
  const youthCenter = await addOrganization(client, first, "jugendhaus", "Jugendhaus Musterstadt", "civil");
  const company = await addOrganization(client, first, "autohaus", "Autohaus Muster GmbH", "business");
  const at = { representative: club, otherRepresentative: youthCenter, partner: company } as const;
  const people: Partial<Record<Part, PersonActor>> = {};
  for (const part of Object.keys(cast) as Part[]) {
    const { role, town } = cast[part];
    const organizationId = part in at ? at[part as keyof typeof at] : null;
    people[part] = await addPerson(
      client,
      town === "first" ? first : second,
      part,
      role ? [{ role, organizationId }] : [],
    );
  }
  return { first, second, cast: people as Cast, club, youthCenter, company };
};
