import * as z from "zod";
import type { AssignmentProblem } from "./assignment.ts";

const count = z.number().int().min(0).max(1_000_000_000);

/** Volunteers, shifts and who could do what, by number; what a shift and a further shift of one person are worth. */
const NumberedFile = z.object({
  mode: z.enum(["grid", "free"]),
  big: count,
  fair: z.array(z.number().int().min(-1_000_000_000).max(1_000_000_000)).min(1),
  volunteers: z.array(z.object({ max: count })),
  shifts: z.array(z.object({ slot: z.number().int(), from: z.number(), to: z.number(), need: count })),
  edges: z.array(z.tuple([count, count, z.number().int()])),
});

export type NumberedFile = z.infer<typeof NumberedFile>;

/** The problem of a file of numbers, or an error that says where it is wrong. */
export const readNumbered = (content: unknown): AssignmentProblem => {
  const result = NumberedFile.safeParse(content);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`At “${issue?.path.join(".") || "the top"}”: ${issue?.message ?? "not understood"}.`);
  }
  const { mode, big, fair, volunteers, shifts, edges } = result.data;
  for (const [index, { from, to }] of shifts.entries())
    if (to <= from) throw new Error(`Shift ${index} ends before it begins.`);
  for (const [index, [volunteer, shift]] of edges.entries()) {
    if (volunteer >= volunteers.length) throw new Error(`Edge ${index}: there is no volunteer ${volunteer}.`);
    if (shift >= shifts.length) throw new Error(`Edge ${index}: there is no shift ${shift}.`);
  }
  if (new Set(edges.map(([volunteer, shift]) => `${volunteer}/${shift}`)).size < edges.length)
    throw new Error("Two edges join the same volunteer and shift.");
  const isGrid = mode === "grid";
  return {
    helpers: volunteers.map(({ max }) => ({
      mostShifts: max,
      mostMinutesADay: null,
      mostMinutesAWeek: null,
      further: fair,
    })),
    // In a grid the slot alone decides: one shift per person and slot.
    needs: shifts.map(({ slot, from, to, need }, shift) => ({
      shift,
      from: isGrid ? slot : from,
      to: isGrid ? slot + 1 : to,
      day: 0,
      week: 0,
      minimum: 0,
      maximum: need,
    })),
    options: edges.map(([helper, need, score]) => ({ helper, need, score })),
    kept: [],
    pairs: [],
    rest: 0,
    worthOfMinimum: 0,
    worthOfPlace: big,
  };
};
