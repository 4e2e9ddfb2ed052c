import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, line, many, paragraph, tick } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { tellOrganizations } from "#modules/network/letters/commands.ts";
import { paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";
import type { Cooperation } from "#modules/network/schema.ts";
import { cooperationKinds } from "#modules/network/vocabulary.ts";
import { listCards } from "#modules/organizations/queries.ts";
import { say } from "./messages.ts";
import { type CooperationId, listMembers, mostMembers } from "./queries.ts";

export type OrganizationId = Id<"organization">;

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

const organization = z
  .string()
  .refine((text): text is OrganizationId => isId<"organization">(text), { error: "choose" });

/** What two or more organizations do together, since when, and who they are. */
export const CooperationInput = z
  .object({
    kind: z.enum(cooperationKinds),
    topic: line(300),
    agreement: optional(6_000),
    field: line(60)
      .optional()
      .transform((value) => value ?? ""),
    startsOn: day,
    endsOn: day.optional().transform((value) => value ?? null),
    internal: tick,
    organizations: many(organization, mostMembers),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    error: "order",
    path: ["endsOn"],
  });
export type CooperationInput = z.output<typeof CooperationInput>;

export type NewCooperation = Omit<CooperationInput, "internal"> & {
  readonly internal?: boolean;
  /** The organization that proposes it; the office proposes for others. */
  readonly proposedBy?: OrganizationId | null;
  /** The cooperation that it goes on with. */
  readonly renews?: CooperationId | null;
};

export type ProposalRefusal = "few" | "gone" | "double" | "notRenewable";

// Whoever proposes the same at the same moment waits here.
const queueUp = (ctx: Context) =>
  sql`select pg_advisory_xact_lock(hashtext('cooperations'), hashtext(${ctx.place.id}))`.execute(ctx.db);

/** The same organizations, the same kind, at overlapping times: that is one cooperation, not two. */
export const findDouble = async (
  ctx: Context,
  {
    kind,
    topic,
    startsOn,
    endsOn,
    organizations,
  }: Pick<NewCooperation, "kind" | "topic" | "startsOn" | "endsOn" | "organizations">,
  but: CooperationId | null = null,
): Promise<CooperationId | undefined> => {
  const members = [...new Set(organizations)].sort();
  const { rows } = await sql<{ id: CooperationId }>`
    select c.id from cooperations c
    where c.kind = ${kind} and lower(c.topic) = lower(${topic}) and c.state in ('proposed', 'confirmed')
      and (${but}::uuid is null or c.id <> ${but}::uuid)
      and c.starts_on <= coalesce(${endsOn}::date, 'infinity') and coalesce(c.ends_on, 'infinity') >= ${startsOn}::date
      and (select array_agg(m.organization_id::text order by m.organization_id::text) from cooperation_members m
        where m.cooperation_id = c.id and m.state <> 'declined') = ${members}::text[]
    limit 1`.execute(ctx.db);
  return rows[0]?.id;
};

const renewable = async (ctx: Context, id: CooperationId): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom("cooperations as c")
    .select(["c.state", "c.endsOn"])
    .where("c.id", "=", id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("cooperations as r")
            .select("r.id")
            .whereRef("r.renewsId", "=", "c.id")
            .where("r.state", "in", ["proposed", "confirmed"]),
        ),
      ),
    )
    .executeTakeFirst();
  return row?.state === "confirmed" && row.endsOn !== null;
};

const askThem = async (ctx: Context, id: CooperationId, topic: string, who: readonly OrganizationId[]) => {
  const own = await ctx.db
    .selectFrom("cooperations as c")
    .leftJoin("organizations as o", "o.id", "c.proposedById")
    .select("o.name")
    .where("c.id", "=", id)
    .executeTakeFirst();
  await tellOrganizations(ctx, who, {
    key: `cooperation.asked:${id}`,
    title: say(ctx)("askedTitle", { organization: own?.name ?? say(ctx)("office") }),
    text: say(ctx)("askedText", { topic }),
    path: paths.tie(id),
  });
};

/**
 * Proposes a cooperation: an organization its own, or the office for others. Whoever proposes has confirmed; the
 * others are asked, and nobody else sees it before two have confirmed.
 */
export const proposeCooperation = async (
  ctx: Context,
  input: NewCooperation,
): Promise<Outcome<CooperationId, ProposalRefusal>> => {
  const { organizations, proposedBy = null, renews = null, internal = false, ...values } = input;
  allow(proposedBy === null ? may.run(ctx) : may.speak(ctx, proposedBy));
  const members = [...new Set(proposedBy === null ? organizations : [proposedBy, ...organizations])];
  if (members.length < 2) return refused("few");
  if ((await listCards(ctx, members)).length < members.length) return refused("gone");
  await queueUp(ctx);
  if (await findDouble(ctx, { ...values, organizations: members })) return refused("double");
  if (renews && !(await renewable(ctx, renews))) return refused("notRenewable");
  const { id } = await ctx.db
    .insertInto("cooperations")
    .values({
      ...values,
      internal,
      renewsId: renews,
      proposedById: proposedBy,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("cooperationMembers")
    .values(
      members.map((organizationId) => ({
        cooperationId: id,
        organizationId,
        ...(organizationId === proposedBy ? { state: "confirmed" as const, answeredAt: ctx.now } : {}),
      })),
    )
    .execute();
  await askThem(
    ctx,
    id,
    values.topic,
    members.filter((member) => member !== proposedBy),
  );
  await record(ctx, "cooperation.proposed", id, { kind: values.kind, members, proposedBy });
  return done(id);
};

/** The cooperation in the hand of whoever decides on it now; everybody else waits. */
export const lockCooperation = async (ctx: Context, id: CooperationId): Promise<Cooperation> =>
  found(
    await ctx.db.selectFrom("cooperations").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

type Standing = { readonly confirmed: readonly OrganizationId[]; readonly waiting: number };

const standing = async (ctx: Context, id: CooperationId): Promise<Standing> => {
  const members = await listMembers(ctx, [id]);
  return {
    confirmed: members.filter(({ state }) => state === "confirmed").map((member) => member.organizationId),
    waiting: members.filter(({ state }) => state === "proposed").length,
  };
};

/** Two confirmations make it public; when two can no longer be reached, it is declined. Answers what it became. */
export const settle = async (
  ctx: Context,
  { id, state, topic }: Cooperation,
): Promise<Cooperation["state"]> => {
  const { confirmed, waiting } = await standing(ctx, id);
  const next = confirmed.length >= 2 ? "confirmed" : confirmed.length + waiting < 2 ? "declined" : "proposed";
  if (next === state) return state;
  await ctx.db
    .updateTable("cooperations")
    .set({ state: next, changedAt: ctx.now, confirmedAt: next === "confirmed" ? ctx.now : null })
    .where("id", "=", id)
    .execute();
  if (next !== "proposed") {
    await tellOrganizations(ctx, confirmed, {
      key: `cooperation.${next}:${id}`,
      title: say(ctx)(next === "confirmed" ? "confirmedTitle" : "declinedTitle", { topic }),
      text: next === "confirmed" ? say(ctx)("confirmedText") : "",
      path: paths.tie(id),
    });
    await record(ctx, `cooperation.${next}`, id);
  }
  return next;
};

export type AnswerRefusal = "notAsked" | "same" | "over" | "why";

/** What an organization says to a cooperation it stands in; the office writes down what it was told by telephone. */
export const answerCooperation = async (
  ctx: Context,
  id: CooperationId,
  organizationId: OrganizationId,
  answer: "confirmed" | "declined",
  words = "",
): Promise<Outcome<Cooperation["state"], AnswerRefusal>> => {
  allow(may.speak(ctx, organizationId));
  const cooperation = await lockCooperation(ctx, id);
  const member = await ctx.db
    .selectFrom("cooperationMembers")
    .select("state")
    .where("cooperationId", "=", id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!member) return refused("notAsked");
  if (cooperation.state === "withdrawn" || cooperation.state === "declined") return refused("over");
  if (member.state === answer) return refused("same");
  if (answer === "declined" && words.trim() === "") return refused("why");
  await ctx.db
    .updateTable("cooperationMembers")
    .set({
      state: answer,
      words,
      answeredAt: ctx.now,
      answeredBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .where("cooperationId", "=", id)
    .where("organizationId", "=", organizationId)
    .execute();
  await record(ctx, "cooperation.answered", id, { organizationId, answer });
  return done(await settle(ctx, cooperation));
};
