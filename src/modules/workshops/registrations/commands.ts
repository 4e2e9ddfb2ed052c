import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { email, line, paragraph, phone } from "#core/input.ts";
import { enqueue } from "#core/jobs.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { type News, writeTo } from "#modules/workshops/letters/commands.ts";
import { may } from "#modules/workshops/policy.ts";
import { listTables, type WorkshopId } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopRegistration } from "#modules/workshops/schema.ts";
import { sectors } from "#modules/workshops/vocabulary.ts";
import { countRegistrations } from "./queries.ts";

type RegistrationId = Id<"workshopRegistration">;

/** What somebody says of themselves when they register. */
export const RegistrationForm = z
  .object({
    name: line(200),
    email: email.default(""),
    phone: phone.default(""),
    organizationName: line(300).default(""),
    sector: z.enum(sectors).nullable().default(null),
    tableId: z
      .string()
      .refine((text): text is Id<"workshopTable"> => isId(text))
      .nullable()
      .default(null),
    needs: paragraph(1_000).default(""),
    photo: z.enum(["ja", "nein"]),
  })
  .refine((form) => form.email !== "" || form.phone !== "", { path: ["email"], error: "reachable" })
  .transform(({ photo, ...form }) => ({ ...form, photoConsent: photo === "ja" }));

export type RegistrationInput = z.infer<typeof RegistrationForm>;

/** The workshop with its row locked: seats are counted and given by one at a time. */
const locked = async (ctx: Context, id: WorkshopId): Promise<Workshop> =>
  found(await ctx.db.selectFrom("workshops").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

const tableOf = async (ctx: Context, workshop: WorkshopId, wish: Id<"workshopTable"> | null) =>
  wish && (await listTables(ctx, workshop)).some(({ id }) => id === wish) ? wish : null;

/** Gives a registration a new way back and tells its person; the links of older letters end. */
const tell = async (
  ctx: Context,
  workshop: Workshop,
  registration: WorkshopRegistration,
  news: News,
): Promise<string> => {
  const { token, hash } = newToken();
  await ctx.db
    .updateTable("workshopRegistrations")
    .set({ tokenHash: hash })
    .where("id", "=", registration.id)
    .execute();
  await writeTo(ctx, { workshop, registration, news, token });
  return token;
};

const askReminder = async (ctx: Context, { id, startsAt }: Workshop): Promise<void> => {
  const after = instantAt(plusDays(dayOf(startsAt), -1), "10:00");
  if (after > ctx.now)
    await enqueue(ctx, "workshop.remind", { workshop: id }, { after, key: `${id} ${+after}` });
};

export type RegisterRefusal = "closed" | "twice" | "full";
export type Registered = {
  readonly id: RegistrationId;
  readonly token: string;
  readonly state: "registered" | "waiting";
};

/**
 * Registers somebody: a seat, or a place on the waiting list when all are taken. Two who reach for the last seat
 * queue at the workshop's row.
 */
export const register = async (
  ctx: Context,
  id: WorkshopId,
  input: RegistrationInput,
  personId: Id<"person"> | null = null,
): Promise<Outcome<Registered, RegisterRefusal>> => {
  const workshop = await locked(ctx, id);
  const isOpen = workshop.state === "announced" || (workshop.state === "running" && may.run(ctx));
  if (!isOpen || (workshop.endsAt <= ctx.now && !may.run(ctx))) return refused("closed");
  const before = await ctx.db
    .selectFrom("workshopRegistrations")
    .select("id")
    .where("workshopId", "=", id)
    .where("state", "<>", "canceled")
    .where((where) =>
      where.or([
        ...(input.email
          ? [where.and([where("email", "=", input.email), where("name", "=", input.name)])]
          : []),
        ...(personId ? [where("personId", "=", personId)] : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (before && (input.email || personId)) return refused("twice");
  const { registered, waiting } = await countRegistrations(ctx, id);
  // As many may wait as come.
  if (waiting >= Math.max(20, workshop.seats)) return refused("full");
  const state = registered < workshop.seats && waiting === 0 ? "registered" : "waiting";
  const tableId = await tableOf(ctx, id, input.tableId);
  const row = await ctx.db
    .insertInto("workshopRegistrations")
    .values({ ...input, tableId, workshopId: id, personId, state })
    .returningAll()
    .executeTakeFirstOrThrow();
  const token = await tell(ctx, workshop, row, state);
  await askReminder(ctx, workshop);
  await record(ctx, "workshop_registration.added", id, { state });
  return done({ id: row.id, token, state });
};

/** Gives free seats to those who wait, the first first, and tells them. */
export const moveUp = async (ctx: Context, id: WorkshopId): Promise<number> => {
  const workshop = await locked(ctx, id);
  if (!["announced", "running"].includes(workshop.state)) return 0;
  const { registered, waiting } = await countRegistrations(ctx, id);
  const free = Math.min(waiting, workshop.seats - registered);
  if (free <= 0) return 0;
  const next = await ctx.db
    .selectFrom("workshopRegistrations")
    .selectAll()
    .where("workshopId", "=", id)
    .where("state", "=", "waiting")
    .orderBy("madeAt")
    .orderBy("id")
    .limit(free)
    .execute();
  await ctx.db
    .updateTable("workshopRegistrations")
    .set({ state: "registered" })
    .where(
      "id",
      "in",
      next.map((row) => row.id),
    )
    .execute();
  for (const row of next) await tell(ctx, workshop, row, "movedUp");
  await record(ctx, "workshop_registration.moved", id, { people: next.length });
  return next.length;
};

// The row of the workshop is locked before those of its registrations, never after: two cannot wait for each other.
const ofRow = async (ctx: Context, id: RegistrationId): Promise<WorkshopRegistration> =>
  found(await ctx.db.selectFrom("workshopRegistrations").selectAll().where("id", "=", id).executeTakeFirst());

/** Cancels; the seat goes to whoever waits first. A second time changes nothing. The caller knows whose it is. */
export const cancelRegistration = async (
  ctx: Context,
  id: RegistrationId,
): Promise<Outcome<null, "over">> => {
  const { workshopId } = await ofRow(ctx, id);
  const workshop = await locked(ctx, workshopId);
  const row = await ofRow(ctx, id);
  if (row.state === "canceled") return done(null);
  if (workshop.state !== "announced" && !may.run(ctx)) return refused("over");
  await ctx.db.updateTable("workshopRegistrations").set({ state: "canceled" }).where("id", "=", id).execute();
  await record(ctx, "workshop_registration.canceled", workshopId);
  await moveUp(ctx, workshopId);
  return done(null);
};

/** Changes what somebody said; the seat stays. The caller knows whose it is. */
export const changeRegistration = async (
  ctx: Context,
  id: RegistrationId,
  input: RegistrationInput,
): Promise<Outcome<null, "over">> => {
  const { workshopId } = await ofRow(ctx, id);
  await locked(ctx, workshopId);
  const row = await ofRow(ctx, id);
  if (row.state === "canceled") return refused("over");
  const tableId = await tableOf(ctx, row.workshopId, input.tableId);
  await ctx.db
    .updateTable("workshopRegistrations")
    .set({ ...input, tableId })
    .where("id", "=", id)
    .execute();
  await record(ctx, "workshop_registration.changed", row.workshopId);
  return done(null);
};

/** Ticks off who is there, or takes the tick back. */
export const markPresent = async (
  ctx: Context,
  workshop: WorkshopId,
  id: RegistrationId,
  present: boolean,
): Promise<void> => {
  allow(may.run(ctx));
  const row = await ofRow(ctx, id);
  found(row.workshopId === workshop ? row : undefined);
  await ctx.db.updateTable("workshopRegistrations").set({ present }).where("id", "=", id).execute();
};

/** Tells all who are coming, and those who wait, the same news. */
export const tellAll = async (ctx: Context, id: WorkshopId, news: News): Promise<void> => {
  const workshop = found(
    await ctx.db.selectFrom("workshops").selectAll().where("id", "=", id).executeTakeFirst(),
  );
  const rows = await ctx.db
    .selectFrom("workshopRegistrations")
    .selectAll()
    .where("workshopId", "=", id)
    .where("state", "in", news === "reminder" ? ["registered"] : ["registered", "waiting"])
    .orderBy("id")
    .limit(2_000)
    .execute();
  if (news === "moved") await askReminder(ctx, workshop);
  for (const registration of rows)
    await (news === "canceled"
      ? writeTo(ctx, { workshop, registration, news })
      : tell(ctx, workshop, registration, news));
};

/** The day before, once, and only while it still is the day before. */
export const remindAll = async (ctx: Context, id: WorkshopId): Promise<void> => {
  const workshop = await ctx.db.selectFrom("workshops").selectAll().where("id", "=", id).executeTakeFirst();
  if (workshop?.state !== "announced" || plusDays(dayOf(ctx.now), 1) !== dayOf(workshop.startsAt)) return;
  await tellAll(ctx, id, "reminder");
};
