import { randomInt } from "node:crypto";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { may } from "./policy.ts";
import { findWorkshop, type WorkshopId } from "./queries.ts";
import type { Workshop } from "./schema.ts";
import type { WorkshopState } from "./vocabulary.ts";

export type WorkshopInput = Pick<Workshop, "title" | "startsAt" | "endsAt"> &
  Partial<Pick<Workshop, "question" | "words" | "whereText" | "accessWords" | "seats" | "correctUntil">>;

// No look-alikes and no vowels: it is read from a screen ten metres away, and spells no word.
const letters = "BCDFGHJKLMNPQRSTVWXZ23456789";
const newHallCode = (): string =>
  Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");

/** A workshop one may run. */
export const workshopToRun = async (ctx: Context, id: WorkshopId): Promise<Workshop> => {
  allow(may.run(ctx));
  return found(await findWorkshop(ctx, id));
};

/** A workshop one may run, with its row locked until the end of this moment. */
export const workshopToWrite = async (ctx: Context, id: WorkshopId): Promise<Workshop> => {
  allow(may.run(ctx));
  return found(
    await ctx.db.selectFrom("workshops").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

const freeAddress = async (ctx: Context, title: string): Promise<string> => {
  const slug = slugOf(title, "werkstatt");
  const rows = await ctx.db
    .selectFrom("workshops")
    .select("slug")
    .where("slug", "like", `${slug}%`)
    .limit(1_000)
    .execute();
  return freeSlug(
    slug,
    rows.map((row) => row.slug),
  );
};

/** Writes a workshop down as a draft. */
export const addWorkshop = async (
  ctx: Context,
  input: WorkshopInput,
): Promise<Outcome<{ readonly id: Id<"workshop">; readonly slug: string }, "order">> => {
  allow(may.run(ctx));
  if (input.endsAt <= input.startsAt) return refused("order");
  const slug = await freeAddress(ctx, input.title);
  const { id } = await ctx.db
    .insertInto("workshops")
    .values({
      ...input,
      slug,
      hallCode: newHallCode(),
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "workshop.added", id);
  return done({ id, slug });
};

/** Changes what is told about the day; those who are coming hear of another time or place. */
export const changeWorkshop = async (
  ctx: Context,
  id: WorkshopId,
  input: Partial<WorkshopInput>,
): Promise<Outcome<null, "order" | "over">> => {
  const before = await workshopToWrite(ctx, id);
  if (before.state === "canceled") return refused("over");
  const after = { ...before, ...input };
  if (after.endsAt <= after.startsAt) return refused("order");
  await ctx.db
    .updateTable("workshops")
    .set({ ...input, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const isElsewhere = +after.startsAt !== +before.startsAt || after.whereText !== before.whereText;
  const moved = before.state === "announced" && isElsewhere;
  await record(ctx, "workshop.changed", id, { moved, moreSeats: after.seats > before.seats });
  return done(null);
};

/** Where a workshop may go from where it is. What was begun by mistake can be taken back one step. */
export const nextStates: Readonly<Record<WorkshopState, readonly WorkshopState[]>> = {
  draft: ["announced"],
  announced: ["running", "canceled"],
  running: ["correcting", "announced"],
  correcting: ["finished", "running"],
  finished: ["correcting"],
  canceled: [],
};

const happened = {
  draft: "changed",
  announced: "announced",
  running: "started",
  correcting: "corrected",
  finished: "finished",
  canceled: "canceled",
} as const satisfies Readonly<Record<WorkshopState, string>>;

export type MoveRefusal = "notFrom" | "noQuestion" | "noPhases";

const weeksToCorrect = 2;

/** Moves the workshop on. Announcing needs a question, opening the hall needs a phase; both are told by their names. */
export const moveWorkshop = async (
  ctx: Context,
  id: WorkshopId,
  to: WorkshopState,
): Promise<Outcome<null, MoveRefusal>> => {
  const { state, question, correctUntil } = await workshopToWrite(ctx, id);
  if (!nextStates[state].includes(to)) return refused("notFrom");
  if (to === "announced" && question.trim() === "") return refused("noQuestion");
  if (to === "running") {
    const phase = await ctx.db
      .selectFrom("workshopPhases")
      .select("id")
      .where("workshopId", "=", id)
      .limit(1)
      .executeTakeFirst();
    if (!phase) return refused("noPhases");
  }
  const today = dayOf(ctx.now);
  const until =
    to === "correcting" && (correctUntil === null || correctUntil < today)
      ? { correctUntil: plusDays(today, 7 * weeksToCorrect) }
      : {};
  await ctx.db
    .updateTable("workshops")
    .set({ state: to, changedAt: ctx.now, ...until })
    .where("id", "=", id)
    .execute();
  // Outside of the hall nothing is taken in any more.
  if (to !== "running")
    await ctx.db
      .updateTable("workshopPhases")
      .set({ takes: "nothing" })
      .where("workshopId", "=", id)
      .execute();
  await record(ctx, `workshop.${happened[to]}`, id, { from: state });
  return done(null);
};
