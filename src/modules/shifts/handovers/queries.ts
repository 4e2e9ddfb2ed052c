import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";

/** "Frieda F.": enough for those who know each other from the shifts. */
const shortOf = (table: "people" | "giver") =>
  sql<string>`trim(regexp_replace(trim(${sql.ref(table)}.name), '^(\\S+)(?:.*\\s(\\S)\\S*)?$', '\\1 \\2.'), ' .')
    || case when trim(${sql.ref(table)}.name) ~ '\\s' then '.' else '' end`;
const shortName = shortOf("people");

const handovers = (ctx: Context) =>
  ctx.db
    .selectFrom("handovers")
    .innerJoin("signups", "signups.id", "handovers.signupId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .innerJoin("people as giver", "giver.id", "handovers.fromId")
    .selectAll("handovers")
    .select(["signups.needId", "signups.shiftId", "signups.state", "shiftRoles.name as role"])
    .select(["shifts.startsAt", "shifts.endsAt", "shifts.whereText", "shifts.canceledAt"])
    .select(["opportunities.id as opportunityId", "opportunities.title as offer", "opportunities.slug"])
    .select(["organizations.id as organizationId", "organizations.name as organization"])
    .select(["giver.name as giver", "giver.email as giverEmail", "giver.language as giverLanguage"])
    .select(shortOf("giver").as("giverShort"));

export type HandoverRow = Awaited<ReturnType<ReturnType<typeof handovers>["execute"]>>[number];

/** The handover behind a link; the link is the right to see it. */
export const findHandover = (ctx: Context, token: string): Promise<HandoverRow | undefined> =>
  handovers(ctx).where("handovers.tokenHash", "=", hashToken(token)).executeTakeFirst();

/** The same by its number, for the command that holds it. */
export const readHandover = (ctx: Context, id: Id<"handover">): Promise<HandoverRow | undefined> =>
  handovers(ctx).where("handovers.id", "=", id).executeTakeFirst();

/** Whether a sign-up is being given away at the moment. */
export const openHandover = (ctx: Context, signupId: Id<"signup">): Promise<HandoverRow | undefined> =>
  handovers(ctx)
    .where("handovers.signupId", "=", signupId)
    .where("handovers.takenAt", "is", null)
    .where("handovers.withdrawnAt", "is", null)
    .executeTakeFirst();

/** Can it still be taken, and if not: why? */
export const standingOf = (
  { now }: Pick<Context, "now">,
  row: Pick<HandoverRow, "takenAt" | "withdrawnAt" | "startsAt" | "canceledAt" | "state">,
): "open" | "taken" | "withdrawn" | "over" => {
  if (row.takenAt) return "taken";
  if (row.withdrawnAt || row.state !== "confirmed" || row.canceledAt) return "withdrawn";
  return row.startsAt <= now ? "over" : "open";
};

/** The shift that is given in return. */
export const findGiven = (ctx: Context, signupId: Id<"signup">) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .select(["signups.id", "signups.personId", "signups.party", "signups.needId", "signups.shiftId"])
    .select(["signups.state", "shiftRoles.name as role", "shifts.startsAt", "shifts.endsAt"])
    .select(["shifts.whereText", "shifts.opportunityId"])
    .where("signups.id", "=", signupId)
    .executeTakeFirst();

/** Whom one may know: those who have had a place in the shifts of the same offer within half a year. */
export const listFellows = (ctx: Context, opportunityId: Id<"opportunity">, but: Id<"person">) =>
  ctx.db
    .selectFrom("people")
    .select(["people.id", "people.email", "people.name", "people.language"])
    .select(shortName.as("short"))
    .where("people.id", "<>", but)
    .where("people.leftAt", "is", null)
    .where(
      sql<boolean>`exists (select from signups s join shifts sh on sh.place_id = s.place_id and sh.id = s.shift_id
        where s.place_id = people.place_id and s.person_id = people.id and sh.opportunity_id = ${opportunityId}
          and s.state = 'confirmed' and sh.ends_at > ${new Date(+ctx.now - 182 * 86_400_000)})`,
    )
    .orderBy("people.name")
    .orderBy("people.id")
    .limit(100)
    .execute();

export type Fellow = Awaited<ReturnType<typeof listFellows>>[number];

/** The shifts of others in the same offer against which one could swap. */
export const listSwaps = (ctx: Context, opportunityId: Id<"opportunity">, but: Id<"person">) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("people", "people.id", "signups.personId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .select(["signups.id", "shifts.startsAt", "shifts.endsAt", "shiftRoles.name as role"])
    .select(shortName.as("short"))
    .where("shifts.opportunityId", "=", opportunityId)
    .where("shifts.startsAt", ">", ctx.now)
    .where("shifts.canceledAt", "is", null)
    .where("signups.state", "=", "confirmed")
    .where("signups.party", "=", 1)
    .where("signups.personId", "<>", but)
    .orderBy("shifts.startsAt")
    .orderBy("signups.id")
    .limit(100)
    .execute();

export type Swap = Awaited<ReturnType<typeof listSwaps>>[number];

/** Who hears that a shift has passed from one to the other: those who speak for the organization. */
export const listSpeakers = (ctx: Context, organizationId: Id<"organization">) =>
  ctx.db
    .selectFrom("grants")
    .innerJoin("people", "people.id", "grants.personId")
    .select(["people.id", "people.language"])
    .distinct()
    .where("grants.organizationId", "=", organizationId)
    .where("grants.role", "in", ["representative", "partner"])
    .where("grants.endedAt", "is", null)
    .where("people.leftAt", "is", null)
    .limit(10)
    .execute();

/** What somebody has given away or taken, for their own copy of everything. */
export const showPersonal = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("handovers")
    .innerJoin("signups", "signups.id", "handovers.signupId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .select(["opportunities.title", "shifts.startsAt", "handovers.words", "handovers.madeAt"])
    .select(["handovers.takenAt", "handovers.withdrawnAt"])
    .select(sql<boolean>`handovers.from_id = ${personId}`.as("given"))
    .where((where) =>
      where.or([
        where("handovers.fromId", "=", personId),
        where("handovers.toId", "=", personId),
        where("handovers.takenBy", "=", personId),
      ]),
    )
    .orderBy("handovers.madeAt")
    .limit(500)
    .execute();
