import { sql } from "kysely";
import {
  type Actor,
  type Grant,
  holds,
  isStaff,
  type PersonActor,
  type Role,
  signedIn,
  visitor,
} from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import { guardedRoles } from "./policy.ts";
import type { Person } from "./schema.ts";

const grantsOf = (person: string) => sql<Grant[]>`coalesce((
  select json_agg(json_build_object('role', role, 'organizationId', organization_id))
  from grants where grants.place_id = people.place_id and grants.person_id = ${sql.ref(person)} and ended_at is null), '[]')`;

/** Do the roles that reach into other people's data count in this session? In a demo town nobody needs a second factor. */
const counting = (grants: readonly Grant[], secured: boolean): readonly Grant[] =>
  secured ? grants : grants.filter(({ role }) => !guardedRoles.includes(role));

/**
 * Who holds this session: one query, for every request of somebody signed in. A session that is over, an account
 * that is suspended and a person whom this town does not know are visitors.
 */
export const findActor = async (
  ctx: Pick<Context, "db" | "now" | "place">,
  token: string,
): Promise<Actor> => {
  const row = await ctx.db
    .selectFrom("sessions")
    .innerJoin("accounts", "accounts.id", "sessions.accountId")
    .innerJoin("people", "people.accountId", "accounts.id")
    .select(["people.id", "people.name", "accounts.id as accountId", "sessions.secondFactorAt"])
    .select(grantsOf("people.id").as("grants"))
    .where("sessions.tokenHash", "=", hashToken(token))
    .where("sessions.expiresAt", ">", ctx.now)
    .where("accounts.suspendedAt", "is", null)
    .where("people.leftAt", "is", null)
    // Who somebody is must not hang on row-level security alone.
    .where("people.placeId", "=", ctx.place.id)
    .executeTakeFirst();
  if (!row) return visitor;
  const { id, name, accountId, grants, secondFactorAt } = row;
  return {
    kind: "person",
    id,
    accountId,
    name,
    grants: counting(grants, ctx.place.demo || secondFactorAt !== null),
  };
};

/** Who may see whom: the office everybody, others only themselves. Somebody who took over a file is found by both ids. */
const visible = ({ actor }: Pick<Context, "actor">) => {
  if (isStaff(actor)) return sql<boolean>`true`;
  if (actor.kind !== "person") return sql<boolean>`false`;
  if (holds(actor, "administrator")) return sql<boolean>`true`;
  return sql<boolean>`people.id = ${actor.id}`;
};

/** One person, as far as the actor may see them; `found` it. */
export const findPerson = (ctx: Context, id: Id<"person">): Promise<Person | undefined> =>
  ctx.db.selectFrom("people").selectAll().where("people.id", "=", id).where(visible(ctx)).executeTakeFirst();

/** The person of this town with this e-mail address; the one with an account first, then the one known longest. */
export const findPersonByEmail = (ctx: Context, email: string): Promise<Person | undefined> =>
  ctx.db
    .selectFrom("people")
    .selectAll()
    .where("email", "=", email)
    .where("leftAt", "is", null)
    .where(visible(ctx))
    .orderBy(sql`account_id is null`)
    .orderBy("createdAt")
    .limit(1)
    .executeTakeFirst();

/** Somebody as an actor, with all roles: for the example town and for jobs that act in a person's name. */
export const findActorByEmail = async (ctx: Context, email: string): Promise<PersonActor | undefined> => {
  const row = await ctx.db
    .selectFrom("people")
    .select(["id", "name", "accountId"])
    .select(grantsOf("people.id").as("grants"))
    .where("email", "=", email)
    .where("accountId", "is not", null)
    .where("leftAt", "is", null)
    .where(visible(ctx))
    .executeTakeFirst();
  if (!row?.accountId) return undefined;
  return { kind: "person", id: row.id, accountId: row.accountId, name: row.name, grants: row.grants };
};

/**
 * Whose calendar stands at this secret address, and in which language they read. A calendar needs no roles, so the
 * actor has none; an address that was replaced, a suspended account and somebody who left are nobody.
 */
export const findCalendarOwner = async (ctx: Context, token: string) => {
  const row = await ctx.db
    .selectFrom("people")
    .innerJoin("accounts", "accounts.id", "people.accountId")
    .select(["people.id", "people.name", "people.language", "accounts.id as accountId"])
    .where("people.calendarTokenHash", "=", hashToken(token))
    .where("people.leftAt", "is", null)
    .where("accounts.suspendedAt", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { language, ...person } = row;
  const actor: PersonActor = { kind: "person", ...person, grants: [] };
  return { actor, language };
};

/** Has the signed-in person a secret calendar address? */
export const hasCalendarAddress = async (ctx: Context): Promise<boolean> => {
  const me = await findPerson(ctx, signedIn(ctx.actor).id);
  return (me?.calendarTokenHash ?? null) !== null;
};

export type StaffMember = { readonly id: Id<"person">; readonly name: string; readonly email: string | null };

/** Everybody who holds a role for the whole town, by name. */
export const listHolders = (ctx: Context, role: Role): Promise<StaffMember[]> =>
  ctx.db
    .selectFrom("grants")
    .innerJoin("people", (join) => join.onRef("people.id", "=", "grants.personId"))
    .select(["people.id", "people.name", "people.email"])
    .where("grants.role", "=", role)
    .where("grants.organizationId", "is", null)
    .where("grants.endedAt", "is", null)
    .where("people.leftAt", "is", null)
    .orderBy(sql`people.name collate german`)
    .limit(100)
    .execute();

/** The coordinators of this town: whoever can own something that waits. */
export const listStaff = (ctx: Context): Promise<StaffMember[]> => listHolders(ctx, "coordinator");

export const pageSize = 20;

const matching = (words: string) => {
  const digits = words.replace(/\D/gu, "");
  const name = sql<boolean>`plain_text(people.name) like '%' || plain_text(${words.replace(/[\\%_]/gu, "\\$&")}) || '%'`;
  const email = sql<boolean>`people.email::text like '%' || lower(${words.replace(/[\\%_]/gu, "\\$&")}) || '%'`;
  // "03576 1234" and "+49 3576 1234" are one number: zero and country code in front do not count.
  const core = digits.replace(/^(0049|49|0)/u, "");
  const phone =
    core.length < 3
      ? sql<boolean>`false`
      : sql<boolean>`regexp_replace(people.phone, '\\D', '', 'g') like ${`%${core}%`}`;
  return sql<boolean>`(${name} or ${email} or ${phone})`;
};

/** The people this town knows, by name, e-mail or phone number. */
export const listPeople = async (
  ctx: Context,
  { words = "", page = 1 }: { words?: string; page?: number } = {},
) => {
  const wanted = words.trim();
  const all = ctx.db
    .selectFrom("people")
    .where("people.leftAt", "is", null)
    .where(visible(ctx))
    .$if(wanted !== "", (query) => query.where(matching(wanted)));
  const items = await all
    .select([
      "id",
      "name",
      "email",
      "phone",
      "postcode",
      "townName",
      "contactBy",
      "ageBand",
      "keptByOffice",
      "accountId",
      "createdAt",
    ])
    .orderBy(sql`people.name collate german`)
    .orderBy("people.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  // Counted apart: twenty people come out of the index in their order, without a look at all the others.
  if (page === 1 && items.length < pageSize) return { items, total: items.length };
  const { total } = await all.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  return { items, total };
};

export type PersonRow = Awaited<ReturnType<typeof listPeople>>["items"][number];

type Sought = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly postcode?: string | undefined;
};

/** People who may be the same as somebody who is about to be written down. */
export const findDoubles = (ctx: Context, { name, email, phone, postcode }: Sought, except?: Id<"person">) =>
  ctx.db
    .selectFrom("people")
    .select(["id", "name", "email", "phone", "postcode", "townName"])
    .where("leftAt", "is", null)
    .$if(except !== undefined, (query) => query.where("id", "!=", except ?? null))
    .where(({ or, eb, and }) =>
      or([
        ...(email ? [eb("email", "=", email)] : []),
        ...(phone
          ? [sql<boolean>`regexp_replace(people.phone, '\\D', '', 'g') = ${phone.replace(/\D/gu, "")}`]
          : []),
        and([
          sql<boolean>`plain_text(people.name) = plain_text(${name})`,
          eb("postcode", "is not distinct from", postcode ?? null),
        ]),
      ]),
    )
    .limit(5)
    .execute();

export type Double = Awaited<ReturnType<typeof findDoubles>>[number];

/** Whether somebody is written to by mail: who asked for a call, a letter or a visit is not, though we know an address. */
export const mayBeMailed = sql<boolean>`(people.email is not null and people.contact_by = 'email')`;
