import type { Role } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { mayAccess } from "./policy.ts";

export type NewGrant = {
  readonly personId: Id<"person">;
  readonly role: Role;
  readonly organizationId?: Id<"organization"> | null;
  /** Whoever stands behind it when the house itself writes it down: the one who sent an invitation. */
  readonly grantedBy?: Id<"person">;
};

export type GrantRefusal = "already" | "noAccount";

/** Gives somebody a role from today on. Without an account nobody can use one. */
export const grantRole = async (
  ctx: Context,
  grant: NewGrant,
): Promise<Outcome<Id<"grant">, GrantRefusal>> => {
  const { personId, role, organizationId = null } = grant;
  allow(mayAccess.grant(ctx, role, organizationId));
  const person = found(
    await ctx.db
      .selectFrom("people")
      .select("accountId")
      .where("id", "=", personId)
      .where("leftAt", "is", null)
      .executeTakeFirst(),
  );
  if (!person.accountId) return refused("noAccount");
  const grantedBy = ctx.actor.kind === "person" ? ctx.actor.id : (grant.grantedBy ?? null);
  const row = await ctx.db
    .insertInto("grants")
    .values({ personId, role, organizationId, grantedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "grant.given", personId, { role, organizationId });
  return done(row.id);
};

/** Ends a role today. A town is never left without anybody who could hand out roles. */
export const endGrant = async (
  ctx: Context,
  id: Id<"grant">,
): Promise<Outcome<Id<"person">, "over" | "last">> => {
  // Two administrators may end each other at once; the lock on all of them makes one of them the last.
  await ctx.db
    .selectFrom("grants")
    .select("id")
    .where("role", "=", "administrator")
    .where("endedAt", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  const grant = found(await ctx.db.selectFrom("grants").selectAll().where("id", "=", id).executeTakeFirst());
  allow(mayAccess.end(ctx, { id: grant.personId }, grant));
  if (grant.endedAt !== null) return refused("over");
  if (grant.role === "administrator" && !(await hasOther(ctx, id))) return refused("last");
  const endedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db.updateTable("grants").set({ endedAt: ctx.now, endedBy }).where("id", "=", id).execute();
  await record(ctx, "grant.ended", grant.personId, {
    role: grant.role,
    organizationId: grant.organizationId,
  });
  return done(grant.personId);
};

const hasOther = async (ctx: Context, id: Id<"grant">): Promise<boolean> => {
  const other = await ctx.db
    .selectFrom("grants")
    .innerJoin("people", (join) => join.onRef("people.id", "=", "grants.personId"))
    .select("grants.id")
    .where("role", "=", "administrator")
    .where("endedAt", "is", null)
    .where("people.leftAt", "is", null)
    .where("grants.id", "!=", id)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
};
