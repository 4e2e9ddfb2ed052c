import { sql } from "kysely";
import * as z from "zod";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, email, line, paragraph, tick, whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/consortium/policy.ts";
import { holderParts, sectors } from "#modules/consortium/vocabulary.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { endGrant, grantRole } from "#modules/people/grants/commands.ts";
import { listGrantsOf } from "#modules/people/grants/queries.ts";
import type { SeatId } from "./queries.ts";

type PersonId = Id<"person">;
type HolderId = Id<"seatHolder">;

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

const absent = <T>(value: T | undefined): T | null => value ?? null;

/** What the consortium is called, and what it is for. */
export const ProfileInput = z.object({ name: line(200), purpose: optional(20_000), foundedOn: day });
export type ProfileInput = z.output<typeof ProfileInput>;

/** A seat: of an organization, or of a person who sits there for themself. */
export const SeatInput = z.object({
  title: line(200),
  organizationId: z
    .string()
    .refine((text): text is Id<"organization"> => isId<"organization">(text), { error: "choose" })
    .optional()
    .transform(absent),
  sector: z.enum(sectors),
  voting: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
  position: whole(0, 999)
    .optional()
    .transform((value) => value ?? 0),
  startsOn: day,
});
export type SeatInput = z.output<typeof SeatInput>;

/** Somebody sits on a seat or stands in; with an e-mail address they vote with their own account. */
export const HolderInput = z.object({
  name: line(200),
  email: email.optional().transform(absent),
  part: z.enum(holderParts),
  public: tick,
  startsOn: day,
});
export type HolderInput = z.output<typeof HolderInput>;

/** The last day, and why. */
export const EndInput = z.object({ endsOn: day, words: optional(1_000) });

export type SeatRefusal = "organization" | "over" | "order";
export type HolderRefusal = "over" | "early" | "taken" | "twice" | "unknownEmail" | "order";

/** Founds the consortium of the town, or changes what is said of it. */
export const keepProfile = async (ctx: Context, input: ProfileInput): Promise<void> => {
  allow(may.run(ctx));
  const { id } = await ctx.db
    .insertInto("consortiums")
    .values(input)
    .onConflict((conflict) => conflict.column("placeId").doUpdateSet({ ...input, changedAt: ctx.now }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "consortium.described", id, { name: input.name });
};

/** Adds a seat. Whether it votes and for which sector never changes: then it ends and a new one begins. */
export const addSeat = async (ctx: Context, input: SeatInput): Promise<Outcome<SeatId, SeatRefusal>> => {
  allow(may.run(ctx));
  if (input.organizationId && !(await findOrganization(ctx, input.organizationId)))
    return refused("organization");
  const { id } = await ctx.db.insertInto("seats").values(input).returning("id").executeTakeFirstOrThrow();
  await record(ctx, "seat.added", id, { title: input.title });
  return done(id);
};

const lockSeat = async (ctx: Context, id: SeatId) =>
  found(await ctx.db.selectFrom("seats").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

/** Changes what a seat is called and where it stands in the list. */
export const changeSeat = async (
  ctx: Context,
  id: SeatId,
  { title, position }: Pick<SeatInput, "title" | "position">,
): Promise<Outcome<null, SeatRefusal>> => {
  allow(may.run(ctx));
  const { title: from } = await lockSeat(ctx, id);
  await ctx.db
    .updateTable("seats")
    .set({ title, position, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "seat.changed", id, { from, to: title });
  return done(null);
};

/** Does somebody hold this role of the body from today on? Then they may also use it. */
const owed = async (ctx: Context, personId: PersonId, role: "consortium" | "chair"): Promise<boolean> => {
  const { rows } = await sql<{ owed: boolean }>`
    select exists (
      select 1 from seat_holders where person_id = ${personId} and ${role} = 'consortium'
        and (ends_on is null or ends_on >= (${ctx.now}::timestamptz at time zone 'Europe/Berlin')::date)
      union all
      select 1 from consortium_offices where person_id = ${personId}
        and (${role} = 'consortium' or kind in ('chair', 'deputyChair'))
        and (ends_on is null or ends_on >= (${ctx.now}::timestamptz at time zone 'Europe/Berlin')::date)
    ) as owed`.execute(ctx.db);
  return rows[0]?.owed ?? false;
};

/** Gives or ends the roles that go with seats and offices; without an account nobody can use one. */
export const followRoles = async (ctx: Context, personId: PersonId | null): Promise<void> => {
  if (personId === null) return;
  const house = { ...ctx, actor: system };
  const giver = ctx.actor.kind === "person" ? { grantedBy: ctx.actor.id } : {};
  const held = await listGrantsOf(ctx, personId);
  for (const role of ["consortium", "chair"] as const) {
    const grant = held.find((one) => one.role === role && one.organizationId === null);
    const wanted = await owed(ctx, personId, role);
    if (wanted && !grant) await grantRole(house, { personId, role, ...giver });
    if (!wanted && grant) await endGrant(house, grant.id);
  }
};

/** Whose account an address is; one may be written to elsewhere than one signs in. The chair may look for this only. */
export const personOf = async (ctx: Context, address: string | null) => {
  if (address === null) return { ok: true, id: null } as const;
  const row = await ctx.db
    .selectFrom("people as p")
    .innerJoin("accounts as a", "a.id", "p.accountId")
    .select("p.id")
    .where(({ eb, or }) => or([eb("a.email", "=", address), eb("p.email", "=", address)]))
    .where("p.leftAt", "is", null)
    .orderBy(({ eb }) => eb("a.email", "=", address), "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? ({ ok: true, id: row.id } as const) : ({ ok: false } as const);
};

type Held = { readonly personId: PersonId | null; readonly part: string; readonly startsOn: string };

const collision = (rows: readonly Held[], part: string, personId: PersonId | null) => {
  if (part === "member" && rows.some((row) => row.part === "member")) return "taken";
  return personId !== null && rows.some((row) => row.personId === personId) ? "twice" : undefined;
};

/** Lets somebody sit on a seat from a day on; two members at once there are not, deputies may be several. */
export const addHolder = async (
  ctx: Context,
  seatId: SeatId,
  { email: address, ...input }: HolderInput,
): Promise<Outcome<HolderId, HolderRefusal>> => {
  allow(may.run(ctx));
  const seat = await lockSeat(ctx, seatId);
  if (seat.endsOn !== null && seat.endsOn < input.startsOn) return refused("over");
  if (input.startsOn < seat.startsOn) return refused("early");
  const person = await personOf(ctx, address);
  if (!person.ok) return refused("unknownEmail");
  const rows = await ctx.db
    .selectFrom("seatHolders")
    .select(["personId", "part", "startsOn"])
    .where("seatId", "=", seatId)
    .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">=", input.startsOn)]))
    .limit(100)
    .execute();
  const why = collision(rows, input.part, person.id);
  if (why) return refused(why);
  const { id } = await ctx.db
    .insertInto("seatHolders")
    .values({ ...input, seatId, personId: person.id, endsOn: seat.endsOn })
    .returning("id")
    .executeTakeFirstOrThrow();
  await followRoles(ctx, person.id);
  await record(ctx, "seat.taken", seatId, { holderId: id, part: input.part });
  return done(id);
};

/** Somebody's term on a seat ends with this day. */
export const endHolder = async (
  ctx: Context,
  id: HolderId,
  endsOn: string,
): Promise<Outcome<SeatId, HolderRefusal>> => {
  allow(may.run(ctx));
  const row = found(
    await ctx.db.selectFrom("seatHolders").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  if (endsOn < row.startsOn) return refused("order");
  const { endsOn: seatEnd } = await lockSeat(ctx, row.seatId);
  if (seatEnd !== null && seatEnd < endsOn) return refused("over");
  await ctx.db.updateTable("seatHolders").set({ endsOn }).where("id", "=", id).execute();
  await followRoles(ctx, row.personId);
  await record(ctx, "seat.left", row.seatId, { holderId: id, endsOn });
  return done(row.seatId);
};

/** A seat ends with this day, and why; who holds it holds it no longer than that. Nothing is deleted. */
export const endSeat = async (
  ctx: Context,
  id: SeatId,
  { endsOn, words }: z.output<typeof EndInput>,
): Promise<Outcome<null, SeatRefusal>> => {
  allow(may.run(ctx));
  const seat = await lockSeat(ctx, id);
  if (endsOn < seat.startsOn) return refused("order");
  const later = await ctx.db
    .selectFrom("seatHolders")
    .select("id")
    .where("seatId", "=", id)
    .where("startsOn", ">", endsOn)
    .limit(1)
    .execute();
  if (later.length > 0) return refused("over");
  await ctx.db
    .updateTable("seats")
    .set({ endsOn, endWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const left = await ctx.db
    .updateTable("seatHolders")
    .set({ endsOn })
    .where("seatId", "=", id)
    .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">", endsOn)]))
    .returning("personId")
    .execute();
  for (const { personId } of left) await followRoles(ctx, personId);
  await record(ctx, "seat.ended", id, { endsOn, words });
  return done(null);
};
