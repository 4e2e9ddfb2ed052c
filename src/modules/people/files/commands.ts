import { sql } from "kysely";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { hashToken, newCode, normalizeCode } from "#core/token.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { may } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";

export const codeDays = 90;

export type Slip = { readonly code: string; readonly expiresAt: Date };

/** Makes the code for one file. It is told once and kept only as a hash; a code made before ends. */
export const makeCode = async (ctx: Context, id: Id<"person">): Promise<Slip> => {
  const person = found(await findPerson(ctx, id));
  allow(may.makeCode(ctx, person));
  await ctx.db.deleteFrom("fileCodes").where("personId", "=", id).where("usedAt", "is", null).execute();
  const code = newCode();
  const expiresAt = new Date(+ctx.now + codeDays * 86_400_000);
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db
    .insertInto("fileCodes")
    .values({ codeHash: hashToken(code), personId: id, madeBy, expiresAt })
    .execute();
  await record(ctx, "person.code_made", id);
  return { code, expiresAt };
};

// What the office wrote down fills the gaps of what the person said; their own words win.
const merged = (own: Person, file: Person) => ({
  phone: own.phone ?? file.phone,
  street: own.street ?? file.street,
  postcode: own.postcode ?? file.postcode,
  townName: own.townName ?? file.townName,
  ageBand: own.ageBand ?? file.ageBand,
  reachable: own.reachable ?? file.reachable,
  guardianName: own.guardianName ?? file.guardianName,
  guardianContact: own.guardianContact ?? file.guardianContact,
  guardianAgreedAt: own.guardianAgreedAt ?? file.guardianAgreedAt,
  note: [file.note, own.note].filter(Boolean).join("\n") || null,
  keptByOffice: true,
  createdAt: new Date(Math.min(+file.createdAt, +own.createdAt)),
});

/** What is left of a file that was taken over: its number, and where it went. */
const emptied = (ctx: Context, into: Id<"person">) => ({
  email: null,
  phone: null,
  street: null,
  postcode: null,
  townName: null,
  reachable: null,
  guardianName: null,
  guardianContact: null,
  guardianAgreedAt: null,
  note: null,
  leftAt: ctx.now,
  changedAt: ctx.now,
  mergedInto: into,
});

/**
 * The signed-in person takes over the file the office kept for them: everything that hung on the file now hangs on
 * them, and modules above hear of it. A wrong code, a used one and an old one answer alike.
 */
export const claimFile = async (
  ctx: Context,
  typed: string,
  network: string,
): Promise<Outcome<Id<"person">, "invalid">> => {
  const me = signedIn(ctx.actor);
  await countTry(ctx, `file code network ${network}`, { tries: 30, minutes: 60 });
  await countTry(ctx, `file code ${me.accountId}`, { tries: 10, minutes: 60 });
  const code = await ctx.db
    .updateTable("fileCodes")
    .set({ usedAt: ctx.now })
    .where("codeHash", "=", hashToken(normalizeCode(typed)))
    .where("usedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .returning("personId")
    .executeTakeFirst();
  if (!code) return refused("invalid");
  const people = await ctx.db
    .selectFrom("people")
    .selectAll()
    .where("id", "in", [code.personId, me.id])
    .forUpdate()
    .execute();
  const file = people.find(({ id }) => id === code.personId);
  const own = found(people.find(({ id }) => id === me.id));
  if (!file || file.accountId !== null || file.leftAt !== null) return refused("invalid");
  await sql`call hand_over(${file.id}, ${me.id})`.execute(ctx.db);
  await ctx.db
    .updateTable("people")
    .set({ ...merged(own, file), changedAt: ctx.now })
    .where("id", "=", me.id)
    .execute();
  await ctx.db.updateTable("people").set(emptied(ctx, me.id)).where("id", "=", file.id).execute();
  await record(ctx, "person.claimed", me.id, { how: "code", file: file.id });
  return done(me.id);
};
