import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Named } from "#core/traceable.ts";
import { paths } from "#modules/network/paths.ts";

export type GroupId = Id<"workingGroup">;

// Everybody what is not internal; its own people also what is; the office all.
const visible = (ctx: Context) => {
  if (isStaff(ctx.actor)) return sql<boolean>`true`;
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  return sql<boolean>`(not g.internal or exists (
    select from working_group_members m where m.group_id = g.id and m.person_id = ${me}::uuid and m.ends_on is null))`;
};

const groups = (ctx: Context) =>
  ctx.db
    .selectFrom("workingGroups as g")
    .leftJoin("cooperations as c", "c.id", "g.cooperationId")
    .where(visible(ctx))
    .select([
      "g.id",
      "g.slug",
      "g.name",
      "g.purpose",
      "g.contactWords",
      "g.internal",
      "g.foundedOn",
      "g.endedOn",
      "g.cooperationId",
      "c.topic as cooperation",
    ]);

export const findGroup = (ctx: Context, id: GroupId) => groups(ctx).where("g.id", "=", id).executeTakeFirst();
export type GroupRow = NonNullable<Awaited<ReturnType<typeof findGroup>>>;

export const findGroupBySlug = (ctx: Context, slug: string): Promise<GroupRow | undefined> =>
  groups(ctx).where("g.slug", "=", slug).executeTakeFirst();

/** Those that work first, by name. */
export const listGroups = (ctx: Context): Promise<GroupRow[]> =>
  groups(ctx).orderBy(sql`g.ended_on is not null`).orderBy(sql`g.name collate german`).limit(200).execute();

/** Who works in these groups, whoever leads first; who left is left out. Names are for the group and the office only. */
export const listGroupMembers = (ctx: Context, ids: readonly GroupId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom("workingGroupMembers as m")
        .leftJoin("organizations as o", "o.id", "m.organizationId")
        .leftJoin("people as p", "p.id", "m.personId")
        .select([
          "m.id",
          "m.groupId",
          "m.organizationId",
          "m.personId",
          "m.part",
          "m.startsOn",
          "o.name as organization",
          "o.slug as organizationSlug",
          "o.sector",
        ])
        .select(sql<string>`coalesce(p.name, m.name)`.as("name"))
        .where("m.groupId", "in", [...ids])
        .where("m.endsOn", "is", null)
        .orderBy(sql`m.part <> 'lead'`)
        .orderBy(sql`coalesce(o.name, p.name, m.name) collate german`)
        .limit(2_000)
        .execute();
export type GroupMember = Awaited<ReturnType<typeof listGroupMembers>>[number];

/** The part of the signed-in person in a group, when they have one. */
export const ownPart = (ctx: Context, members: readonly GroupMember[]): GroupMember["part"] | undefined => {
  const { actor } = ctx;
  if (actor.kind !== "person") return undefined;
  const own = members.filter(({ personId }) => personId === actor.id).map(({ part }) => part);
  return own.includes("lead") ? "lead" : own[0];
};

const named = ({ id, name, slug }: Pick<GroupRow, "id" | "name" | "slug">): Named => ({
  kind: "workingGroup",
  id,
  title: name,
  path: paths.group(slug),
});

export const nameGroups = async (ctx: Context, ids: readonly GroupId[]): Promise<readonly Named[]> =>
  (
    await groups(ctx)
      .where("g.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named);

export const findGroups = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await groups(ctx)
      .where("g.name", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
      .orderBy("g.name")
      .limit(8)
      .execute()
  ).map(named);

/** In which groups somebody works or worked, for their own file. */
export const tellGroups = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("workingGroupMembers as m")
    .innerJoin("workingGroups as g", "g.id", "m.groupId")
    .select(["g.name", "m.part", "m.startsOn", "m.endsOn"])
    .where("m.personId", "=", person)
    .orderBy("m.startsOn")
    .limit(500)
    .execute();
