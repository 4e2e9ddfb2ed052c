import type { Context } from "#core/context.ts";
import { type SectorSketch, sketchSeats } from "#methods/resolution-foresee.ts";
import { type TrialInput, type Trials, tryBallot } from "#modules/consortium/dry-run/queries.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { type Sector, sectors } from "#modules/consortium/vocabulary.ts";

/** What is counted of each sector. */
export const counted = ["present", "biased", "yes", "no", "abstain"] as const;
export type Counted = (typeof counted)[number];

export type Sketch = SectorSketch & { readonly sector: Sector };

/** The field of one count: "civil-yes". */
export const fieldOf = (sector: Sector, count: Counted): string => `${sector}-${count}`;

// What is no count is as if nothing had been typed.
const countIn = (value: unknown, otherwise: number): number =>
  typeof value === "string" && /^\d{1,3}$/u.test(value.trim()) ? Number(value) : otherwise;

/** The sectors that have seats with a vote, with the counts of the form; nothing typed: all are there and silent. */
export const sketchOf = (seats: readonly SeatRow[], input: TrialInput): readonly Sketch[] =>
  sectors.flatMap((sector): Sketch[] => {
    const entitled = seats.filter((seat) => seat.voting && seat.sector === sector).length;
    const of = (count: Counted, otherwise = 0) => countIn(input[fieldOf(sector, count)], otherwise);
    const said = { biased: of("biased"), yes: of("yes"), no: of("no"), abstain: of("abstain") };
    return entitled === 0 ? [] : [{ sector, entitled, present: of("present", entitled), ...said }];
  });

export type Misfit = { readonly sector: Sector; readonly kind: "tooMany" | "tooManyVotes" };

/** Counts that cannot be: more there than have a vote, or more said than are there. */
export const misfitsOf = (sketch: readonly Sketch[]): readonly Misfit[] =>
  sketch.flatMap(({ sector, entitled, present, biased, yes, no, abstain }): Misfit[] => {
    if (present > entitled) return [{ sector, kind: "tooMany" }];
    return biased + yes + no + abstain > present ? [{ sector, kind: "tooManyVotes" }] : [];
  });

/** Would it pass with these counts, and by which rules? */
export const tryCounts = (ctx: Context, sketch: readonly Sketch[], input: TrialInput): Promise<Trials> =>
  tryBallot(ctx, () => ({
    subject: input.gegenstand,
    announced: !input.unangekuendigt,
    castingVote: input.vorsitz,
    seats: sketchSeats(sketch),
  }));
