import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { line } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { boundedTime } from "#methods/attendance.ts";
import { countShifts, reckon } from "#modules/shifts/attendance/commands.ts";
import { findByCode, findExpected, listDay, listExpected } from "#modules/shifts/attendance/queries.ts";
import { planToWrite } from "#modules/shifts/commands.ts";
import { lockNeeds } from "#modules/shifts/places/commands.ts";
import { addWalkIn } from "#modules/shifts/signups/commands.ts";
import { isOpenForSelf } from "./policy.ts";
import { listMarked, listNeeds, lockMarkable, type Markable } from "./queries.ts";
import { type Mark, type MarkRefusal, markKinds } from "./vocabulary.ts";

const uuid = <Kind extends string>() => z.string().refine((text): text is Id<Kind> => isId<Kind>(text));

const SentMark = z.object({
  id: uuid<"attendanceMark">(),
  mark: z.enum(markKinds),
  how: z.enum(["list", "code"]),
  markedAt: z
    .number()
    .transform((milliseconds) => new Date(milliseconds))
    .pipe(z.date()),
  signupId: uuid<"signup">().optional(),
  walkIn: z
    .object({ needId: uuid<"shiftNeed">(), name: line(120), party: z.int().min(1).max(50).optional() })
    .optional(),
  of: uuid<"attendanceMark">().optional(),
  people: z.int().min(0).max(50).optional(),
});

/** What a device sends: its clock, and at most a hundred marks, which are read one by one. */
export const SentBatch = z.object({ sentAt: z.number(), marks: z.array(z.unknown()).max(100) });

/** Reads a batch: a mark that cannot be read holds up none of the others. */
export const readBatch = (
  ctx: Pick<Context, "now">,
  { sentAt, marks }: z.output<typeof SentBatch>,
): Batch & { readonly invalid: readonly string[] } => {
  const invalid: string[] = [];
  const good = marks.flatMap((sent) => {
    const result = SentMark.safeParse(sent);
    if (result.success) return [result.data];
    const named = z.object({ id: z.string().max(200) }).safeParse(sent);
    if (named.success) invalid.push(named.data.id);
    return [];
  });
  const drift = sentAt - +ctx.now;
  // Seconds are the way here, not the clock.
  return { marks: good, ahead: Math.abs(drift) > 120_000 ? drift : 0, invalid };
};

/** What came of a batch: each mark is taken or refused for a reason, and whether the clock of the device was wrong. */
export type Taken = {
  readonly taken: readonly { readonly id: string; readonly signupId: Id<"signup"> }[];
  readonly refused: readonly { readonly id: string; readonly because: MarkRefusal }[];
  /** By how many minutes the times were moved at most. */
  readonly movedMinutes: number;
};

type Batch = {
  readonly marks: readonly Mark[];
  /** By how much the clock of the device is ahead of ours. */
  readonly ahead: number;
};

const tooEarly = 12 * 3_600_000;

const whyNot = (ctx: Context, row: Markable | undefined): MarkRefusal | undefined => {
  if (!row) return "unknown";
  if (row.canceledAt) return "canceled";
  if (+row.startsAt - +ctx.now > tooEarly) return "early";
  return undefined;
};

/**
 * Writes down who just came along, each once, whatever a phone sends twice: the needs are locked before it is looked
 * whether this mark is known. Answers which sign-up each mark stands for.
 */
const enterWalkIns = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  marks: readonly Mark[],
): Promise<{ readonly made: Map<string, Id<"signup">>; readonly refused: Map<string, MarkRefusal> }> => {
  const made = new Map<string, Id<"signup">>();
  const no = new Map<string, MarkRefusal>();
  const wanted = marks.filter(({ walkIn }) => walkIn);
  const needs = await listNeeds(
    ctx,
    opportunityId,
    wanted.flatMap(({ walkIn }) => (walkIn ? [walkIn.needId] : [])),
  );
  if (needs.size > 0) await lockNeeds(ctx, [...needs.keys()]);
  const asked = marks.flatMap(({ id, of }) => (of ? [id, of] : [id]));
  for (const { id, signupId } of await listMarked(ctx, opportunityId, asked)) made.set(id, signupId);
  for (const { id, walkIn } of wanted) {
    if (!walkIn || made.has(id)) continue;
    const because = whyNot(ctx, needs.get(walkIn.needId));
    if (because) {
      no.set(id, because);
      continue;
    }
    const outcome = await addWalkIn(ctx, walkIn);
    if (outcome.ok) made.set(id, outcome.value);
    else no.set(id, outcome.because);
  }
  return { made, refused: no };
};

/**
 * Takes the marks of a device, in any order and as often as they are sent: each counts once. The sign-ups are locked
 * first, so two phones with the same person queue; then what came of it is reckoned anew from all marks.
 */
export const takeMarks = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { marks, ahead }: Batch,
): Promise<Taken> => {
  await planToWrite(ctx, opportunityId);
  const { made, refused: no } = await enterWalkIns(ctx, opportunityId, marks);
  const about = (mark: Mark): Id<"signup"> | undefined =>
    mark.signupId ?? made.get(mark.of ?? mark.id) ?? made.get(mark.id);
  const rows = await lockMarkable(ctx, opportunityId, [
    ...new Set(marks.flatMap((mark) => about(mark) ?? [])),
  ]);
  let moved = 0;
  const values = [];
  for (const mark of marks) {
    const signupId = about(mark);
    const row = signupId && rows.get(signupId);
    const because = no.get(mark.id) ?? whyNot(ctx, row);
    if (because || !row) {
      no.set(mark.id, because ?? "unknown");
      continue;
    }
    const { at } = boundedTime(mark.markedAt, ahead, ctx.now, row);
    moved = Math.max(moved, Math.abs(+at - +mark.markedAt));
    values.push({ mark, signupId: row.id, markedAt: at });
  }
  await write(ctx, values);
  return {
    taken: values.map(({ mark, signupId }) => ({ id: mark.id, signupId })),
    refused: [...no].map(([id, because]) => ({ id, because })),
    movedMinutes: Math.round(moved / 60_000),
  };
};

type Value = { readonly mark: Mark; readonly signupId: Id<"signup">; readonly markedAt: Date };

const write = async (ctx: Context, values: readonly Value[]): Promise<void> => {
  if (values.length === 0) return;
  const markedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const fresh = await ctx.db
    .insertInto("attendanceMarks")
    .values(
      values.map(({ mark: { id, mark, how, people = null }, signupId, markedAt }) => {
        return { id, mark, how, people, signupId, markedAt, markedBy, receivedAt: ctx.now };
      }),
    )
    // The same mark sent twice is one.
    .onConflict((conflict) => conflict.columns(["placeId", "id"]).doNothing())
    .returning("signupId")
    .execute();
  await reckon(ctx, [...new Set(fresh.map(({ signupId }) => signupId))].sort());
};

export type CheckInRefusal = "closed" | "outside" | "away";

/** "Ich bin da": somebody ticks themself off at the entrance, from an hour before the shift to its end. */
export const checkIn = async (
  ctx: Context,
  code: string,
  signupId: Id<"signup">,
): Promise<Outcome<null, CheckInRefusal>> => {
  const { id: personId } = signedIn(ctx.actor);
  const plan = found(await findByCode(ctx, code));
  const own = await findExpected(ctx, signupId);
  found(own?.personId === personId && own.opportunityId === plan.id ? own : undefined);
  const rows = await lockMarkable(ctx, plan.id, [signupId]);
  const row = rows.get(signupId);
  if (!plan.selfCheckIn) return refused("closed");
  if (!row || row.canceledAt) return refused("away");
  if (!isOpenForSelf(ctx, row)) return refused("outside");
  if (own?.state === "arrived") return done(null);
  const mark = { id: crypto.randomUUID() as Id<"attendanceMark">, mark: "arrived", how: "self" } as const;
  await write(ctx, [{ mark: { ...mark, markedAt: ctx.now }, signupId, markedAt: ctx.now }]);
  return done(null);
};

/** What is said of those without any mark when the day is closed. */
export type Rest = "arrived" | "missed" | "open";

/**
 * "Tag abschließen": says what became of everybody without a mark, and counts the shifts of this day that have begun.
 * A second time counts only what was corrected since.
 */
export const closeDay = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { day, rest }: { readonly day: string; readonly rest: Rest },
): Promise<Outcome<number, "ahead">> => {
  await planToWrite(ctx, opportunityId);
  const shifts = (await listDay(ctx, opportunityId, day)).filter(({ startsAt }) => startsAt <= ctx.now);
  if (shifts.length === 0) return refused("ahead");
  const ids = shifts.map(({ id }) => id);
  const expected = await listExpected(ctx, ids);
  const open = expected.filter(({ state }) => state === null).map(({ id }) => id);
  const rows = await lockMarkable(ctx, opportunityId, rest === "open" ? [] : open);
  const values = [...rows.keys()].map((signupId) => {
    const id = crypto.randomUUID() as Id<"attendanceMark">;
    const mark = rest === "arrived" ? "arrived" : "missed";
    return { mark: { id, mark, how: "paper", markedAt: ctx.now } as const, signupId, markedAt: ctx.now };
  });
  await write(ctx, values);
  return done(await countShifts(ctx, ids));
};
