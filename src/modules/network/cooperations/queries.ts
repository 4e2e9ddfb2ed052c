import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Named } from "#core/traceable.ts";
import { paths } from "#modules/network/paths.ts";
import { speaksFor } from "#modules/network/policy.ts";
import type { CooperationKind } from "#modules/network/vocabulary.ts";

export type CooperationId = Id<"cooperation">;
type OrganizationId = Id<"organization">;

/** A cooperation holds at most so many organizations; a list shows at most so many cooperations. */
export const mostMembers = 30;
export const mostCooperations = 500;

/**
 * Who may see what: everybody what is confirmed and not internal, an organization its own, the office all.
 * For queries in which the table is called `c`.
 */
const visible = (ctx: Context) => {
  if (isStaff(ctx.actor)) return sql<boolean>`true`;
  const own = speaksFor(ctx);
  const ids = own === "everywhere" ? [] : own;
  return sql<boolean>`((c.state = 'confirmed' and not c.internal) or exists (
    select from cooperation_members m where m.cooperation_id = c.id and m.organization_id = any(${[...ids]}::uuid[])))`;
};

const cooperations = (ctx: Context) =>
  ctx.db
    .selectFrom("cooperations as c")
    .leftJoin("organizations as p", "p.id", "c.proposedById")
    .where(visible(ctx))
    .select([
      "c.id",
      "c.kind",
      "c.topic",
      "c.agreement",
      "c.field",
      "c.startsOn",
      "c.endsOn",
      "c.endWords",
      "c.internal",
      "c.state",
      "c.confirmedAt",
      "c.renewsId",
      "c.proposedById",
      "c.madeAt",
      "c.changedAt",
      "p.name as proposedBy",
    ]);

/** One cooperation, if the asker may see it. */
export const findCooperation = (ctx: Context, id: CooperationId) =>
  cooperations(ctx).where("c.id", "=", id).executeTakeFirst();
export type CooperationRow = NonNullable<Awaited<ReturnType<typeof findCooperation>>>;

/** The cooperation that goes on with this one. */
export const findRenewal = (ctx: Context, id: CooperationId): Promise<CooperationRow | undefined> =>
  cooperations(ctx).where("c.renewsId", "=", id).executeTakeFirst();

/** The organizations of some cooperations, by name; what declined is shown to its own people and the office only. */
export const listMembers = (ctx: Context, ids: readonly CooperationId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom("cooperationMembers as m")
        .innerJoin("organizations as o", "o.id", "m.organizationId")
        .select([
          "m.cooperationId",
          "m.organizationId",
          "m.state",
          "m.words",
          "m.answeredAt",
          "m.joinedOn",
          "m.leftOn",
          "o.name",
          "o.slug",
          "o.sector",
        ])
        .where("m.cooperationId", "in", [...ids])
        .orderBy(sql`o.name collate german`)
        .limit(mostMembers * mostCooperations)
        .execute();
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

type Filter = {
  readonly state?: CooperationRow["state"] | undefined;
  readonly kind?: CooperationKind | undefined;
  /** Only those in which this organization stands. */
  readonly organization?: OrganizationId | undefined;
  /** Only those in which one of these stands, also after it declined. */
  readonly among?: readonly OrganizationId[] | undefined;
};

/** Cooperations, the latest beginning first. */
export const listCooperations = (
  ctx: Context,
  { state, kind, organization, among }: Filter = {},
): Promise<CooperationRow[]> => {
  let query = cooperations(ctx);
  if (state) query = query.where("c.state", "=", state);
  if (kind) query = query.where("c.kind", "=", kind);
  if (organization)
    query = query.where(
      sql<boolean>`exists (select from cooperation_members m
        where m.cooperation_id = c.id and m.organization_id = ${organization} and m.state <> 'declined')`,
    );
  if (among)
    query = query.where(
      sql<boolean>`exists (select from cooperation_members m
        where m.cooperation_id = c.id and m.organization_id = any(${[...among]}::uuid[]))`,
    );
  return query.orderBy("c.startsOn", "desc").orderBy("c.id").limit(mostCooperations).execute();
};

/** What waits for an answer of these organizations, the longest first. */
export const listWaiting = (ctx: Context, organizations: readonly OrganizationId[]) =>
  organizations.length === 0
    ? Promise.resolve([])
    : cooperations(ctx)
        .innerJoin("cooperationMembers as w", "w.cooperationId", "c.id")
        .innerJoin("organizations as wo", "wo.id", "w.organizationId")
        .select(["w.organizationId as waitsFor", "wo.name as waitsForName"])
        .where("w.organizationId", "in", [...organizations])
        .where("w.state", "=", "proposed")
        .where("c.state", "in", ["proposed", "confirmed"])
        .orderBy("c.madeAt")
        .limit(100)
        .execute();
export type WaitingRow = Awaited<ReturnType<typeof listWaiting>>[number];

/** Two organizations that worked together, from when to when: what the picture draws and the measures count. */
export type Tie = {
  readonly cooperationId: CooperationId;
  readonly from: OrganizationId;
  readonly to: OrganizationId;
  readonly kind: CooperationKind;
  readonly topic: string;
  readonly field: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
};

const mostTies = 60_000;

/** Which ties somebody looks at; `topic` is found anywhere in the words of the topic. */
export type TieFilter = {
  readonly kind?: CooperationKind | undefined;
  readonly field?: string | undefined;
  readonly topic?: string | undefined;
};

const asPattern = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`;

const within = ({ kind, field, topic }: TieFilter) =>
  sql.join(
    [
      sql`c.state = 'confirmed' and not c.internal`,
      ...(kind ? [sql`c.kind = ${kind}`] : []),
      ...(field ? [sql`c.field = ${field}`] : []),
      ...(topic ? [sql`c.topic ilike ${asPattern(topic)}`] : []),
    ],
    sql` and `,
  );

/** Every tie that is confirmed by both sides and public, oldest first. */
export const listTies = async (ctx: Context, filter: TieFilter = {}): Promise<readonly Tie[]> => {
  const { rows } = await sql<Tie>`
    select c.id as "cooperationId", a.organization_id as "from", b.organization_id as "to", c.kind, c.topic, c.field,
      greatest(c.starts_on, a.joined_on, b.joined_on) as "startsOn", least(c.ends_on, a.left_on, b.left_on) as "endsOn"
    from cooperations c
    join cooperation_members a on a.cooperation_id = c.id and a.state = 'confirmed'
    join cooperation_members b on b.cooperation_id = c.id and b.state = 'confirmed'
      and b.organization_id > a.organization_id
    where ${within(filter)}
      and greatest(c.starts_on, a.joined_on, b.joined_on)
        <= coalesce(least(c.ends_on, a.left_on, b.left_on), 'infinity'::date)
    order by "startsOn", c.id limit ${mostTies}`.execute(ctx.db);
  return rows;
};

/** The part an organization played, from when to when. */
export type PartOfActor = {
  readonly part: "core" | "supporting" | "informed";
  readonly political: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
};

export type Actor = {
  readonly id: OrganizationId;
  readonly slug: string;
  readonly name: string;
  readonly sector: "civil" | "public" | "business";
  readonly parts: readonly PartOfActor[];
};

/** Every organization that stands in a public tie or plays a part in the network, by name. */
export const listActors = async (ctx: Context): Promise<readonly Actor[]> => {
  const { rows } = await sql<Actor>`
    with tied as (
      select distinct m.organization_id from cooperation_members m join cooperations c on c.id = m.cooperation_id
      where m.state = 'confirmed' and c.state = 'confirmed' and not c.internal
      union select organization_id from network_actors
    )
    select o.id, o.slug, o.name, o.sector, coalesce((
      select jsonb_agg(jsonb_build_object('part', n.part, 'political', n.political, 'startsOn', n.starts_on,
        'endsOn', n.ends_on) order by n.starts_on, n.id)
      from network_actors n where n.organization_id = o.id), '[]') as parts
    from tied join organizations o on o.id = tied.organization_id
    where o.hidden_at is null and o.merged_into_id is null
    order by o.name collate german, o.id limit 10000`.execute(ctx.db);
  return rows;
};

const named = ({ id, topic }: Pick<CooperationRow, "id" | "topic">): Named => ({
  kind: "cooperation",
  id,
  title: topic,
  path: paths.cooperation(id),
});

export const nameCooperations = async (
  ctx: Context,
  ids: readonly CooperationId[],
): Promise<readonly Named[]> =>
  (
    await cooperations(ctx)
      .where("c.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named);

export const findCooperations = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await cooperations(ctx)
      .where("c.topic", "ilike", asPattern(words))
      .orderBy("c.startsOn", "desc")
      .limit(8)
      .execute()
  ).map(named);
