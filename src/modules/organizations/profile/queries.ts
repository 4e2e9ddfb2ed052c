import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";

export type Moment = {
  readonly name: string;
  readonly who: string | null;
  readonly happenedAt: Date;
  readonly changed: readonly string[];
  readonly former: string;
};

const told = [
  "added",
  "changed",
  "verified",
  "hidden",
  "shown",
  "claimed",
  "claim_decided",
  "invited",
  "joined",
  "left",
  "merged",
] as const;
export type Told = (typeof told)[number];
export const isTold = (name: string): name is Told => (told as readonly string[]).includes(name);

/** What happened to an organization, newest first. */
export const listHistory = async (ctx: Context, id: Id<"organization">): Promise<readonly Moment[]> => {
  const { rows } = await sql<Moment>`
    select substr(events.name, 14) as name, people.name as who, happened_at as "happenedAt",
      coalesce((select array_agg(column_name) from jsonb_array_elements_text(
        case jsonb_typeof(data->'changed') when 'array' then data->'changed' else '[]' end) column_name), '{}') as changed,
      coalesce(data->>'formerTitle', '') as former
    from events left join people on people.id = events.actor_id
    where subject_id = ${id} and events.name like 'organization.%'
    order by happened_at desc, events.id desc limit 30`.execute(ctx.db);
  return rows;
};

export type Overview = {
  readonly organization: Organization;
  readonly counts: {
    readonly sites: number;
    readonly services: number;
    readonly contacts: number;
    readonly people: number;
  };
  readonly history: readonly Moment[];
};

/** All that the first page of an organization's desk shows. */
export const findOverview = async (ctx: Context, id: Id<"organization">): Promise<Overview> => {
  const organization = await openOrganization(ctx, id);
  const { rows } = await sql<Overview["counts"]>`
    select (select count(*) from sites where organization_id = ${id})::int as sites,
      (select count(*) from services where organization_id = ${id} and ended_at is null)::int as services,
      (select count(*) from contact_points where organization_id = ${id})::int as contacts,
      (select count(*) from grants where organization_id = ${id} and ended_at is null)::int as people`.execute(
    ctx.db,
  );
  return {
    organization,
    counts: rows[0] ?? { sites: 0, services: 0, contacts: 0, people: 0 },
    history: await listHistory(ctx, id),
  };
};
