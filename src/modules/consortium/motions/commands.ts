import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, paragraph, tick } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Thing } from "#core/traceable.ts";
import { findItem, type ItemId } from "#modules/consortium/agenda/queries.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import type { Motion } from "#modules/consortium/schema.ts";
import { subjects } from "#modules/consortium/vocabulary.ts";
import type { MotionId } from "./queries.ts";

/** What is put to the vote: a title, the very words that hold if it passes, and why. */
export const MotionInput = z.object({
  title: line(300),
  wording: paragraph(10_000),
  reason: paragraph(6_000)
    .optional()
    .transform((value) => value ?? ""),
  subject: z.enum(subjects).default("ordinary"),
  hidden: tick,
  proposedBySeatId: z
    .string()
    .refine((text): text is Id<"seat"> => isId<"seat">(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null),
});

export type NewMotion = {
  readonly title: string;
  readonly wording: string;
  readonly reason?: string;
  readonly subject?: (typeof subjects)[number];
  /** Only for those of the consortium. */
  readonly hidden?: boolean;
  readonly proposedBySeatId?: Id<"seat"> | null;
  /** By letter: until when. */
  readonly dueAt?: Date;
  /** By letter: the rules it is decided by. */
  readonly rulesId?: Id<"procedureRule"> | null;
  /** What it is about, when that has a page. */
  readonly thing?: Thing;
};

export type MotionRefusal = "over" | "decided" | "voting";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

/** The motion, held fast until the end of this transaction. */
export const lockMotion = async (ctx: Context, id: MotionId): Promise<Motion> =>
  found(await ctx.db.selectFrom("motions").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

/** Puts a motion on an item of the agenda; without an item it goes out by letter, and then needs a day. */
export const addMotion = async (
  ctx: Context,
  itemId: ItemId | null,
  { hidden = false, thing, dueAt, ...motion }: NewMotion,
): Promise<Outcome<MotionId, "over">> => {
  allow(may.run(ctx));
  if (itemId !== null) {
    const item = found(await findItem(ctx, itemId));
    const meeting = found(await findMeeting(ctx, item.meetingId));
    if (meeting.state === "closed" || meeting.state === "canceled") return refused("over");
  }
  const { id } = await ctx.db
    .insertInto("motions")
    .values({
      ...motion,
      agendaItemId: itemId,
      circular: itemId === null,
      dueAt: itemId === null ? (dueAt ?? null) : null,
      public: !hidden,
      thingKind: thing?.kind ?? null,
      thingId: (thing?.id ?? null) as Id<string> | null,
      madeBy: myself(ctx),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "motion.added", id, { title: motion.title, item: itemId });
  return done(id);
};

const settled = ["passed", "rejected", "withdrawn"];

/** Changes a motion before it is decided. Other words are another version: what was consented to is asked anew. */
export const changeMotion = async (
  ctx: Context,
  id: MotionId,
  {
    hidden,
    ...change
  }: Omit<z.output<typeof MotionInput>, "proposedBySeatId"> & Pick<NewMotion, "proposedBySeatId">,
): Promise<Outcome<null, MotionRefusal>> => {
  allow(may.run(ctx));
  const before = await lockMotion(ctx, id);
  if (settled.includes(before.state)) return refused("decided");
  if (before.state === "voting") return refused("voting");
  const version = before.wording === change.wording ? before.version : before.version + 1;
  await ctx.db
    .updateTable("motions")
    .set({ ...change, public: !hidden, version, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "motion.changed", id, { version, from: before.wording, to: change.wording });
  return done(null);
};

/** Puts a motion off to another day, or takes it back; it is said why. */
export const settleMotion = async (
  ctx: Context,
  id: MotionId,
  state: "deferred" | "withdrawn",
  words: string,
): Promise<Outcome<null, MotionRefusal>> => {
  allow(may.run(ctx));
  const before = await lockMotion(ctx, id);
  if (settled.includes(before.state)) return refused("decided");
  if (before.state === "voting") return refused("voting");
  await ctx.db
    .updateTable("motions")
    .set({ state, stateWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, state === "deferred" ? "motion.deferred" : "motion.withdrawn", id, { words });
  return done(null);
};

/** The same motion with other words, since an objection was taken in; nobody has agreed to them yet. */
export const reviseMotion = async (ctx: Context, id: MotionId, wording: string): Promise<number> => {
  const before = await lockMotion(ctx, id);
  const version = before.version + 1;
  await ctx.db
    .updateTable("motions")
    .set({ wording, version, state: "open", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "motion.changed", id, { version, from: before.wording, to: wording });
  return version;
};
