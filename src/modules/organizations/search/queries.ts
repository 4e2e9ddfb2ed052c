import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { findPostcode } from "#core/postcodes.ts";
import { distanceKilometers, isPoint, type Point } from "#methods/geography.ts";
import { listCards, type OrganizationCard, visible } from "#modules/organizations/queries.ts";

export type DirectoryFilter = {
  readonly words?: string | undefined;
  readonly sector?: string | undefined;
  readonly field?: string | undefined;
  readonly group?: string | undefined;
  readonly postcode?: string | undefined;
  /** Kilometers around the postcode. */
  readonly radius?: number | undefined;
  readonly page?: number | undefined;
  /** How many on a page, when not as many as the directory shows. */
  readonly size?: number | undefined;
};

type Counts = ReadonlyMap<string, number>;

export type Directory = {
  readonly items: readonly (OrganizationCard & { readonly metres: number | undefined })[];
  readonly total: number;
  readonly page: number;
  readonly counts: { readonly sector: Counts; readonly field: Counts; readonly group: Counts };
  /** The words led nowhere as they stand; these are organizations with similar names. */
  readonly guessed: boolean;
  /** The postcode is not one of Germany's, so nothing could be measured. */
  readonly unknownPostcode: boolean;
};

export const pageSize = 20;
const limit = 5_000;

type Candidate = {
  readonly id: Id<"organization">;
  readonly sector: string;
  readonly fields: readonly string[];
  readonly targetGroups: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
};

const columns = sql`organizations.id, organizations.sector, organizations.fields,
  organizations.target_groups as "targetGroups", organizations.latitude, organizations.longitude`;
const shown = sql`organizations.hidden_at is null`;

const escaped = (words: string): string => words.replace(/[\\%_]/gu, "\\$&");

// Whoever has no umlauts writes "Choere"; the index knows "chore".
const folded = (words: string): string => words.replace(/([aou])e/giu, "$1");

/** By the words themselves, stems and umlauts aside; also in the names of what they offer. */
const literal = async (ctx: Context, words: string): Promise<readonly Candidate[]> => {
  const { rows } = await sql<Candidate>`
    with asked as (
      select websearch_to_tsquery('german_plain', ${words}) || websearch_to_tsquery('german_plain', ${folded(words)}) as query)
    select ${columns} from organizations, asked
    where ${visible(ctx)} and ${shown} and (
      organizations.search @@ asked.query
      or plain_text(organizations.name) like '%' || plain_text(${escaped(words)}) || '%'
      or plain_text(organizations.name) like '%' || plain_text(${escaped(folded(words))}) || '%'
      or plain_text(organizations.town_name) = plain_text(${words})
      or exists (select from services where services.organization_id = organizations.id
        and services.ended_at is null and services.search @@ asked.query))
    order by (plain_text(organizations.name) like plain_text(${escaped(words)}) || '%') desc,
      ts_rank(organizations.search, asked.query) desc, organizations.name collate german
    limit ${limit}`.execute(ctx.db);
  return rows;
};

const likeEnough = 0.38;

/** By names that sound similar: for typing errors. */
const similar = async (ctx: Context, words: string): Promise<readonly Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select ${columns} from organizations
    where ${visible(ctx)} and ${shown}
      and word_similarity(plain_text(${words}), plain_text(organizations.name)) >= ${likeEnough}
    order by word_similarity(plain_text(${words}), plain_text(organizations.name)) desc, organizations.name collate german
    limit 50`.execute(ctx.db);
  return rows;
};

const everything = async (ctx: Context): Promise<readonly Candidate[]> => {
  const { rows } = await sql<Candidate>`select ${columns} from organizations
    where ${visible(ctx)} and ${shown} order by organizations.name collate german limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
};

const found = async (
  ctx: Context,
  words: string,
): Promise<{ rows: readonly Candidate[]; guessed: boolean }> => {
  if (words === "") return { rows: await everything(ctx), guessed: false };
  const rows = await literal(ctx, words);
  if (rows.length > 0) return { rows, guessed: false };
  const guesses = await similar(ctx, words);
  return { rows: guesses, guessed: guesses.length > 0 };
};

const tally = (rows: readonly Candidate[], codes: (row: Candidate) => readonly string[]): Counts => {
  const counts = new Map<string, number>();
  for (const row of rows) for (const code of codes(row)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};

const metresFrom = (center: Point | undefined, { latitude, longitude }: Candidate): number | undefined =>
  center && latitude !== null && longitude !== null && isPoint(latitude, longitude)
    ? distanceKilometers(center, { latitude, longitude }) * 1_000
    : undefined;

/** The page of the directory for these wishes, with how many each further wish would leave. */
export const searchOrganizations = async (ctx: Context, filter: DirectoryFilter): Promise<Directory> => {
  const { sector, field, group, postcode, radius, page = 1, size = pageSize } = filter;
  const { rows, guessed } = await found(ctx, (filter.words ?? "").trim());
  const center = postcode === undefined ? undefined : findPostcode(postcode);
  const metres = new Map(rows.map((row) => [row.id, metresFrom(center, row)]));
  const near =
    center && radius
      ? rows.filter(({ id }) => (metres.get(id) ?? Number.POSITIVE_INFINITY) <= radius * 1_000)
      : rows;

  const inSector = (row: Candidate) => sector === undefined || row.sector === sector;
  const inField = (row: Candidate) => field === undefined || row.fields.includes(field);
  const inGroup = (row: Candidate) => group === undefined || row.targetGroups.includes(group);
  const wanted = near.filter((row) => inSector(row) && inField(row) && inGroup(row));
  if (center && !filter.words) wanted.sort((a, b) => (metres.get(a.id) ?? 1e9) - (metres.get(b.id) ?? 1e9));

  const first = (page - 1) * size;
  const cards = await listCards(
    ctx,
    wanted.slice(first, first + size).map(({ id }) => id),
  );
  return {
    items: cards.map((card) => ({ ...card, metres: metres.get(card.id) })),
    total: wanted.length,
    page,
    counts: {
      sector: tally(
        near.filter((row) => inField(row) && inGroup(row)),
        (row) => [row.sector],
      ),
      field: tally(
        near.filter((row) => inSector(row) && inGroup(row)),
        (row) => row.fields,
      ),
      group: tally(
        near.filter((row) => inSector(row) && inField(row)),
        (row) => row.targetGroups,
      ),
    },
    guessed,
    unknownPostcode: postcode !== undefined && center === undefined,
  };
};
