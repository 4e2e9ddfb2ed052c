import { sql } from "kysely";
import * as z from "zod";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, email, line, paragraph, tick } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { type CooperationId, findCooperation } from "#modules/network/cooperations/queries.ts";
import { may } from "#modules/network/policy.ts";
import { groupParts } from "#modules/network/vocabulary.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { findPersonByEmail } from "#modules/people/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import type { GroupId } from "./queries.ts";

const words = (max: number) =>
  paragraph(max)
    .optional()
    .transform((text) => text ?? "");

/** What a working group is for, and whom one asks. */
export const GroupInput = z.object({
  name: line(200),
  purpose: words(6_000),
  contactWords: words(500),
  internal: tick,
  foundedOn: day,
});
export type GroupInput = z.output<typeof GroupInput>;

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

/** Founds a working group; it may carry out a cooperation. */
export const addGroup = async (ctx: Context, input: GroupInput): Promise<{ id: GroupId; slug: string }> => {
  allow(may.run(ctx));
  // Two of the same name at once wait for each other here, so that each finds a free address.
  await sql`select pg_advisory_xact_lock(hashtext('working_groups'), hashtext(${ctx.place.id}))`.execute(
    ctx.db,
  );
  const wanted = slugOf(input.name, "gruppe");
  const taken = await ctx.db
    .selectFrom("workingGroups")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(500)
    .execute();
  // "neu" is the address of the form.
  const slug = freeSlug(wanted, ["neu", ...taken.map((row) => row.slug)]);
  const { id } = await ctx.db
    .insertInto("workingGroups")
    .values({ ...input, slug, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "working_group.founded", id);
  return { id, slug };
};

const locked = async (ctx: Context, id: GroupId) =>
  found(
    await ctx.db.selectFrom("workingGroups").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

/** Changes its name and words; the address stays. */
export const changeGroup = async (ctx: Context, id: GroupId, input: GroupInput): Promise<void> => {
  allow(may.run(ctx));
  await locked(ctx, id);
  await ctx.db
    .updateTable("workingGroups")
    .set({ ...input, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "working_group.changed", id);
};

/** The group carries out a cooperation, which is what it came of. */
export const carryOut = async (
  ctx: Context,
  id: GroupId,
  cooperationId: CooperationId,
): Promise<Outcome<null, "same">> => {
  allow(may.run(ctx));
  const group = await locked(ctx, id);
  if (group.cooperationId === cooperationId) return refused("same");
  found(await findCooperation(ctx, cooperationId));
  await ctx.db
    .updateTable("workingGroups")
    .set({ cooperationId, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const ends = [
    { kind: "cooperation", id: cooperationId },
    { kind: "workingGroup", id },
  ] as const;
  await tie({ ...ctx, actor: system }, ...ends, "");
  await record(ctx, "working_group.changed", id);
  return done(null);
};

/** The group has done its work; it stays to be read. */
export const endGroup = async (ctx: Context, id: GroupId): Promise<Outcome<null, "ended">> => {
  allow(may.run(ctx));
  const group = await locked(ctx, id);
  if (group.endedOn !== null) return refused("ended");
  await ctx.db
    .updateTable("workingGroups")
    .set({ endedOn: sql<string>`greatest(founded_on, ${dayOf(ctx.now)}::date)`, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "working_group.ended", id);
  return done(null);
};

const organization = z
  .string()
  .refine((text): text is Id<"organization"> => isId<"organization">(text), { error: "choose" });

/** An organization, a person, or a person for an organization. */
export const GroupMemberInput = z
  .object({
    organizationId: organization.optional().transform((id) => id ?? null),
    name: line(200)
      .optional()
      .transform((name) => name ?? ""),
    email: email.optional().transform((address) => address ?? null),
    part: z.enum(groupParts),
    startsOn: day,
  })
  .refine(({ organizationId, name }) => organizationId !== null || name !== "", {
    error: "nobody",
    path: ["organizationId"],
  });
export type GroupMemberInput = z.output<typeof GroupMemberInput>;

export type GroupMemberRefusal = "gone" | "member" | "ended";

/** Somebody joins the group. Whoever has an account here, by their e-mail address, reads what is internal. */
export const addGroupMember = async (
  ctx: Context,
  id: GroupId,
  { email: address, ...input }: GroupMemberInput,
): Promise<Outcome<Id<"workingGroupMember">, GroupMemberRefusal>> => {
  allow(may.run(ctx));
  const group = await locked(ctx, id);
  if (group.endedOn !== null) return refused("ended");
  if (input.organizationId && !(await findOrganization(ctx, input.organizationId))) return refused("gone");
  const person = address ? await findPersonByEmail({ ...ctx, actor: system }, address) : undefined;
  const personId = person?.id ?? null;
  const { organizationId, name } = input;
  const twin = await ctx.db
    .selectFrom("workingGroupMembers")
    .select("id")
    .where("groupId", "=", id)
    .where("endsOn", "is", null)
    .where(sql<boolean>`organization_id is not distinct from ${organizationId}::uuid
      and person_id is not distinct from ${personId}::uuid and lower(name) = lower(${name})`)
    .executeTakeFirst();
  if (twin) return refused("member");
  const row = await ctx.db
    .insertInto("workingGroupMembers")
    .values({ ...input, groupId: id, personId })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "working_group.joined", id, { organizationId });
  return done(row.id);
};

/** Somebody leaves the group. */
export const leaveGroup = async (
  ctx: Context,
  id: GroupId,
  member: Id<"workingGroupMember">,
): Promise<void> => {
  allow(may.run(ctx));
  await locked(ctx, id);
  found(
    await ctx.db
      .updateTable("workingGroupMembers")
      .set({ endsOn: sql<string>`greatest(starts_on, ${dayOf(ctx.now)}::date)` })
      .where("id", "=", member)
      .where("groupId", "=", id)
      .where("endsOn", "is", null)
      .returning("id")
      .executeTakeFirst(),
  );
  await record(ctx, "working_group.left", id);
};

/** Who leaves the town's files leaves the groups: the organization stays, the name goes. */
export const forgetMember = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .deleteFrom("workingGroupMembers")
    .where("personId", "=", person)
    .where("organizationId", "is", null)
    .execute();
  await ctx.db
    .updateTable("workingGroupMembers")
    .set({ personId: null, name: "" })
    .where("personId", "=", person)
    .execute();
  for (const [table, column] of [
    ["cooperationMembers", "answeredBy"],
    ["cooperationEvidence", "madeBy"],
    ["cooperations", "madeBy"],
    ["networkActors", "madeBy"],
    ["workingGroups", "madeBy"],
    ["workingGroupDates", "madeBy"],
  ] as const)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${person}`.execute(
      ctx.db,
    );
};
