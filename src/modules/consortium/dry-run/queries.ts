import * as z from "zod";
import type { Context } from "#core/context.ts";
import { tick } from "#core/input.ts";
import type { Ballot, Choice, ProcedureRules, VotingSeat } from "#methods/resolution.ts";
import { type Foresight, foresee } from "#methods/resolution-foresee.ts";
import { listRules, type RulesInForce, rulesInForce } from "#modules/consortium/procedure/queries.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { subjects } from "#modules/consortium/vocabulary.ts";

export const ways = ["room", "deputy", "remote", "absent"] as const;
export const saids = ["silent", "yes", "no", "abstain", "biased"] as const;
export type Way = (typeof ways)[number];
export type Said = (typeof saids)[number];

/** A vote that did not happen: what it is about, who is there, and what each says. */
export const TrialInput = z.looseObject({
  gegenstand: z.enum(subjects).catch("ordinary"),
  unangekuendigt: tick,
  vorsitz: z.enum(["yes", "no"]).optional().catch(undefined),
});
export type TrialInput = z.output<typeof TrialInput>;

export type TrialSeat = { readonly seat: SeatRow; readonly way: Way; readonly said: Said };

const oneOf = <T extends string>(codes: readonly T[], value: unknown, otherwise: T): T =>
  codes.find((code) => code === value) ?? otherwise;

/** The seats with a vote as the form has them; who is not in it is there and silent. */
export const seatsOf = (seats: readonly SeatRow[], input: TrialInput): readonly TrialSeat[] =>
  seats
    .filter(({ voting }) => voting)
    .map((seat) => ({
      seat,
      way: oneOf(ways, input[`wie_${seat.id}`], "room"),
      said: oneOf(saids, input[`sagt_${seat.id}`], "silent"),
    }));

const isThere = ({ deputies, remote }: ProcedureRules, way: Way): boolean => {
  if (way === "deputy") return deputies;
  return way === "remote" ? remote : way === "room";
};

const choiceOf = (said: Said): Choice | undefined =>
  said === "silent" || said === "biased" ? undefined : said;

const ballotOf = (rules: ProcedureRules, seats: readonly TrialSeat[], input: TrialInput): Ballot => ({
  subject: input.gegenstand,
  announced: !input.unangekuendigt,
  castingVote: input.vorsitz,
  seats: seats.map(({ seat, way, said }): VotingSeat => {
    const present = isThere(rules, way);
    return {
      id: seat.id,
      sector: seat.sector,
      voting: true,
      present,
      biased: said === "biased",
      // Who does not count as there cannot vote either: the count would not look at it.
      vote: present ? choiceOf(said) : undefined,
    };
  }),
});

export type Trial = {
  readonly rules: Pick<RulesInForce, "number" | "rules">;
  readonly state: "inForce" | "draft" | "ahead";
  readonly foresight: Foresight;
};

export type Trials = readonly [Trial, ...Trial[]];

/** Would it pass? By the rules in force, and by every version that is a draft or comes into force later. */
export const tryBallot = async (ctx: Context, ballot: (rules: ProcedureRules) => Ballot): Promise<Trials> => {
  const inForce = await rulesInForce(ctx);
  const versions = (await listRules(ctx)).filter(({ number }) => number > (inForce.number ?? 0));
  const of = (rules: Trial["rules"], state: Trial["state"]): Trial => ({
    rules,
    state,
    foresight: foresee(rules.rules, ballot(rules.rules)),
  });
  return [
    of(inForce, "inForce"),
    ...versions.map((version) => of(version, version.state === "draft" ? "draft" : "ahead")),
  ];
};

/** The same by who is there and what each seat says. */
export const tryOut = (ctx: Context, seats: readonly TrialSeat[], input: TrialInput): Promise<Trials> =>
  tryBallot(ctx, (rules) => ballotOf(rules, seats, input));
