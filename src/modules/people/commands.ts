import { sql } from "kysely";
import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { email, line, paragraph, phone, postcode, tick } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { isSelf, may } from "./policy.ts";
import { type Double, findDoubles, findPerson } from "./queries.ts";
import { ageBands, contactWays, personLanguages } from "./vocabulary.ts";

const Contact = z.object({
  name: line(),
  email: email.optional(),
  phone: phone.optional(),
  street: line().optional(),
  postcode: postcode.optional(),
  townName: line().optional(),
  ageBand: z.enum(ageBands).optional(),
  language: z.enum(personLanguages).default("de"),
  contactBy: z.enum(contactWays).default("email"),
  reachable: line(300).optional(),
  guardianName: line().optional(),
  guardianContact: line(300).optional(),
  guardianAgreed: tick.optional(),
});

type Contact = z.infer<typeof Contact>;

// Whoever is to be reached by a way needs what this way needs.
const reachableByTheirWay = (person: Contact, { addIssue }: z.core.$RefinementCtx): void => {
  const missing = (path: string, message: string) => addIssue({ code: "custom", path: [path], message });
  if (person.contactBy === "email" && !person.email) missing("email", "emailForContact");
  if (person.contactBy === "phone" && !person.phone) missing("phone", "phoneForContact");
  if (person.contactBy === "post" && !person.street) missing("street", "streetForContact");
};

/** What the office writes down about somebody at the counter or on the phone. */
export const KeptPerson = Contact.extend({ note: paragraph(2000).optional() }).superRefine(
  reachableByTheirWay,
);
export type KeptPerson = z.output<typeof KeptPerson>;

/** What somebody says about themselves; the office's own note is not theirs to write. */
export const OwnPerson = Contact.superRefine(reachableByTheirWay);

const columns = (ctx: Context, { guardianAgreed, ...person }: Contact & { note?: string | undefined }) => ({
  name: person.name,
  email: person.email ?? null,
  phone: person.phone ?? null,
  street: person.street ?? null,
  postcode: person.postcode ?? null,
  townName: person.townName ?? null,
  ageBand: person.ageBand ?? null,
  language: person.language,
  contactBy: person.contactBy,
  reachable: person.reachable ?? null,
  guardianName: person.guardianName ?? null,
  guardianContact: person.guardianContact ?? null,
  guardianAgreedAt: guardianAgreed ? ctx.now : null,
});

export type Doubles = { readonly ok: false; readonly because: "double"; readonly doubles: readonly Double[] };

/**
 * Starts a file for somebody without an account. Somebody who may be known already is not written down twice
 * unless the office says so.
 */
export const keepPerson = async (
  ctx: Context,
  input: KeptPerson,
  { despiteDouble = false }: { readonly despiteDouble?: boolean } = {},
): Promise<{ readonly ok: true; readonly value: Id<"person"> } | Doubles> => {
  allow(may.keep(ctx));
  if (!despiteDouble) {
    const doubles = await findDoubles(ctx, input);
    if (doubles.length > 0) return { ok: false, because: "double", doubles };
  }
  const createdBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { id } = await ctx.db
    .insertInto("people")
    .values({ ...columns(ctx, input), note: input.note ?? null, keptByOffice: true, createdBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "person.kept", id);
  return done(id);
};

/**
 * Changes what is known about somebody. A guardian's agreement keeps the day it was given; the e-mail address
 * with which somebody signs in is changed by a link, not here.
 */
export const changePerson = async (
  ctx: Context,
  id: Id<"person">,
  input: KeptPerson,
): Promise<Outcome<Id<"person">, "signInEmail">> => {
  const person = found(await findPerson(ctx, id));
  allow(may.change(ctx, person));
  const next = columns(ctx, input);
  if (person.accountId && person.email !== next.email) return refused("signInEmail");
  if (next.guardianAgreedAt && person.guardianAgreedAt) next.guardianAgreedAt = person.guardianAgreedAt;
  // Under 16 one cannot confirm one's own guardian's agreement: that goes through the office.
  if (isSelf(ctx.actor, person)) next.guardianAgreedAt = person.guardianAgreedAt;
  const note = isSelf(ctx.actor, person) ? person.note : (input.note ?? null);
  await ctx.db
    .updateTable("people")
    .set({ ...next, note, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "person.changed", id);
  return done(id);
};

/**
 * Writes down whose file was shown to whom and what for. One's own file is nobody's business, and the same look
 * within ten minutes is the same look.
 */
export const writeLooks = async (
  ctx: Context,
  looks: readonly { readonly personId: Id<"person">; readonly purpose: string }[],
): Promise<void> => {
  const { actor } = ctx;
  const viewerId = actor.kind === "person" ? actor.id : null;
  const organizationId = actor.kind === "person" ? viewingFor(actor.grants) : null;
  const others = looks.filter(({ personId }) => personId !== viewerId);
  if (others.length === 0) return;
  await sql`
    insert into access_log (person_id, viewer_id, viewer_organization_id, purpose)
    select distinct people.id, ${viewerId}::uuid, ${organizationId}::uuid, shown.purpose
    from unnest(${others.map(({ personId }) => personId)}::uuid[], ${others.map(({ purpose }) => purpose)}::text[])
      as shown(person_id, purpose)
    join people on people.id = shown.person_id
    where not exists (
      select from access_log l where l.person_id = people.id and l.purpose = shown.purpose
        and l.viewer_id is not distinct from ${viewerId}::uuid and l.seen_at > ${new Date(+ctx.now - 600_000)})`.execute(
    ctx.db,
  );
};

const setCalendarAddress = async (ctx: Context, hash: Buffer | null): Promise<void> => {
  const { id } = signedIn(ctx.actor);
  await ctx.db.updateTable("people").set({ calendarTokenHash: hash }).where("id", "=", id).execute();
  await record(ctx, hash ? "person.calendar_opened" : "person.calendar_closed", id);
};

/** Makes a new secret address for one's own calendar. It is told once and kept only as a hash; the one before ends. */
export const renewCalendarAddress = async (ctx: Context): Promise<string> => {
  const { token, hash } = newToken();
  await setCalendarAddress(ctx, hash);
  return token;
};

/** From now on one's calendar stands at no address. */
export const endCalendarAddress = (ctx: Context): Promise<void> => setCalendarAddress(ctx, null);

// The office looks for itself; everybody else who sees a file does so for their organization.
const viewingFor = (grants: readonly { role: string; organizationId: string | null }[]): string | null =>
  grants.some(({ role, organizationId }) => role === "coordinator" && organizationId === null)
    ? null
    : (grants.find(({ organizationId }) => organizationId !== null)?.organizationId ?? null);

/**
 * Erases what this module knows about somebody, as the last of all modules. A nameless row stays, because the
 * history of others refers to it; an account that another town still needs stays there.
 */
export const forgetPerson = async (ctx: Context, id: Id<"person">): Promise<void> => {
  const person = found(await ctx.db.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst());
  allow(may.change(ctx, person));
  await record(ctx, "person.left", id);
  await ctx.db
    .updateTable("grants")
    .set({ endedAt: ctx.now })
    .where("personId", "=", id)
    .where("endedAt", "is", null)
    .execute();
  await ctx.db.deleteFrom("consents").where("personId", "=", id).execute();
  await ctx.db.deleteFrom("fileCodes").where("personId", "=", id).execute();
  await ctx.db.deleteFrom("mails").where("personId", "=", id).execute();
  if (person.email) await ctx.db.deleteFrom("mails").where("recipientEmail", "=", person.email).execute();
  if (person.accountId) {
    const { rows } = await sql<{ towns: number }>`select account_towns(${person.accountId}) as towns`.execute(
      ctx.db,
    );
    if (Number(rows[0]?.towns ?? 0) <= 1)
      await ctx.db.deleteFrom("accounts").where("id", "=", person.accountId).execute();
  }
  await ctx.db
    .updateTable("people")
    .set({ ...nameless, leftAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
};

const nameless = {
  accountId: null,
  name: "Gelöscht",
  email: null,
  phone: null,
  street: null,
  postcode: null,
  townName: null,
  ageBand: null,
  reachable: null,
  guardianName: null,
  guardianContact: null,
  guardianAgreedAt: null,
  note: null,
  calendarTokenHash: null,
} as const;

/** Forgets links, sessions and counted tries that are over. */
export const forgetOldTries = async (ctx: Context): Promise<void> => {
  const yesterday = new Date(+ctx.now - 86_400_000);
  await ctx.db.deleteFrom("signInTokens").where("expiresAt", "<", yesterday).execute();
  await ctx.db.deleteFrom("sessions").where("expiresAt", "<", ctx.now).execute();
  await ctx.db.deleteFrom("attempts").where("windowStart", "<", yesterday).execute();
  await ctx.db.deleteFrom("fileCodes").where("expiresAt", "<", ctx.now).execute();
};
