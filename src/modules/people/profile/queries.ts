import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";

/** Everything this module knows about somebody, for themselves to read and to take along. */
export const tellPerson = async (
  ctx: Context,
  id: Id<"person">,
): Promise<Readonly<Record<string, unknown>>> => {
  const person = found(await ctx.db.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst());
  const { placeId: _, accountId, calendarTokenHash, ...data } = person;
  return {
    person: { ...data, hasCalendarAddress: calendarTokenHash !== null },
    account: accountId
      ? await ctx.db
          .selectFrom("accounts")
          .select(["email", "createdAt", "totpConfirmedAt"])
          .where("id", "=", accountId)
          .executeTakeFirst()
      : null,
    devices: accountId
      ? await ctx.db
          .selectFrom("sessions")
          .select(["device", "startedAt", "seenAt"])
          .where("accountId", "=", accountId)
          .limit(100)
          .execute()
      : [],
    roles: await ctx.db
      .selectFrom("grants")
      .select(["role", "organizationId", "grantedAt", "endedAt"])
      .where("personId", "=", id)
      .limit(1000)
      .execute(),
    consents: await ctx.db
      .selectFrom("consents")
      .select(["purpose", "textVersion", "givenHow", "givenAt", "withdrawnAt"])
      .where("personId", "=", id)
      .limit(1000)
      .execute(),
    looks: await ctx.db
      .selectFrom("accessLog")
      .leftJoin("people as viewer", (join) => join.onRef("viewer.id", "=", "accessLog.viewerId"))
      .select(["accessLog.purpose", "accessLog.seenAt", "viewer.name as viewer"])
      .where("accessLog.personId", "=", id)
      .orderBy("seenAt", "desc")
      .limit(10_000)
      .execute(),
  };
};
