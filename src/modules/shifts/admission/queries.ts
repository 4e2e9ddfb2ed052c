import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { holdsOn, type Span, spansHeld } from "#modules/courses/qualifications/queries.ts";
import { mayBeReferred } from "#modules/people/policy.ts";
import { overlaps, type Place } from "#modules/shifts/places/queries.ts";
import { type Decision, decide, factsOf, listRules } from "#modules/shifts/rules/queries.ts";

type PersonId = Id<"person">;
type NeedId = Id<"shiftNeed">;

export type SignUpRefusal =
  | "nothing"
  | "closed"
  | "past"
  | "already"
  | "overlap"
  | "age"
  | "qualification"
  | "guardian"
  | "blocked";

/** What rules and plan make of a sign-up. */
export type Ruling = {
  readonly state: "confirmed" | "asked" | "blocked";
  /** A code: the rule, the plan, or simply that there was a place. */
  readonly reason: string;
  readonly decision?: Decision | undefined;
};

const oldest = { under16: 15, "16to17": 17, adult: 200 } as const;
const youngest = { under16: 0, "16to17": 16, adult: 18 } as const;
type AgeBand = keyof typeof oldest | null;

/** Too young for certain, surely old enough, or nobody knows: then somebody is asked. */
const ageFits = (band: AgeBand, minimum: number | null): boolean | "unknown" => {
  if (minimum === null) return true;
  if (band !== null && oldest[band] < minimum) return false;
  return band !== null && youngest[band] >= minimum ? true : "unknown";
};

/** What a gate asks of somebody: the age they told, and what they are qualified for. */
export type Candidate = { readonly ageBand: AgeBand; readonly spans: readonly Span[] };

type Looking = {
  /** Locks the person until the end: nobody gets two places of one time through two doors. */
  readonly lock?: boolean;
  /** Whether any place asks for a qualification. */
  readonly qualified?: boolean;
};

/** What is known of somebody who would like a place. */
export const findCandidate = async (
  ctx: Context,
  personId: PersonId,
  { lock = false, qualified = true }: Looking = {},
): Promise<Candidate & { readonly mayCome: boolean }> => {
  const person = found(
    await ctx.db
      .selectFrom("people")
      .selectAll()
      .where("id", "=", personId)
      .$if(lock, (query) => query.forNoKeyUpdate())
      .executeTakeFirst(),
  );
  const spans = qualified ? ((await spansHeld(ctx, [personId])).get(personId) ?? []) : [];
  return { ageBand: person.ageBand, spans, mayCome: mayBeReferred(person).ok };
};

export type Fit = "fits" | "unsure" | "age" | "qualification";
type Asking = Pick<Place, "minimumAge" | "qualificationIds" | "startsAt">;

/** Whether somebody fits a place: too young, not qualified on that day, or of an age that nobody knows. */
export const fitOf = ({ ageBand, spans }: Candidate, place: Asking): Fit => {
  const age = ageFits(ageBand, place.minimumAge);
  if (age === false) return "age";
  const day = dayOf(place.startsAt);
  if (place.qualificationIds.some((id) => !holdsOn(spans, id, day))) return "qualification";
  return age === "unknown" ? "unsure" : "fits";
};

/**
 * Whether the person may take these places at all; answers the needs for which nobody knows whether they are old
 * enough. Rules and the plan then say whether somebody is asked first. `lock` when a place is to be taken now.
 */
export const gateOf = async (
  ctx: Context,
  places: readonly Place[],
  personId: PersonId,
  lock = false,
): Promise<"age" | "qualification" | "guardian" | ReadonlySet<NeedId>> => {
  const qualified = places.some(({ qualificationIds }) => qualificationIds.length > 0);
  const candidate = await findCandidate(ctx, personId, { lock, qualified });
  if (!candidate.mayCome) return "guardian";
  const fits = places.map((place) => ({ id: place.id, fit: fitOf(candidate, place) }));
  for (const no of ["age", "qualification"] as const) if (fits.some(({ fit }) => fit === no)) return no;
  return new Set(fits.filter(({ fit }) => fit === "unsure").map(({ id }) => id));
};

/** What the rules and the settings of the plan make of a fresh sign-up; the same for all its places. */
export const ruleFor = async (
  ctx: Context,
  place: Place,
  personId: PersonId,
  party: number,
): Promise<Ruling> => {
  const rules = place.hasRules ? await listRules(ctx, place) : [];
  const known = rules.length > 0 && (await factsOf(ctx, [personId], place.organizationId)).get(personId);
  const decision = known ? decide(rules, { ...known, party }) : undefined;
  if (decision?.decision === "block") return { state: "blocked", reason: "rule", decision };
  if (decision?.decision === "approve") return { state: "confirmed", reason: "rule", decision };
  if (decision?.decision === "ask") return { state: "asked", reason: "rule", decision };
  return place.approval === "asked"
    ? { state: "asked", reason: "plan" }
    : { state: "confirmed", reason: "free" };
};

/** What is wrong with a choice before anybody is asked who they are. */
export const wrongChoice = (
  ctx: Context,
  places: readonly Place[],
  byPlanner: boolean,
): SignUpRefusal | undefined => {
  if (places.length === 0) return "nothing";
  if (places.some(({ canceledAt, startsAt }) => canceledAt !== null || startsAt <= ctx.now)) return "past";
  if (!byPlanner && places.some(({ mode, offerState }) => mode !== "open" || offerState !== "published")) {
    return "closed";
  }
  const clash = places.some((one, at) => places.slice(at + 1).some((other) => overlaps(one, other)));
  return clash ? "overlap" : undefined;
};

/** From the first start to the last end. */
export const spanOf = (places: readonly Place[]) => ({
  from: new Date(Math.min(...places.map(({ startsAt }) => +startsAt))),
  until: new Date(Math.max(...places.map(({ endsAt }) => +endsAt))),
});
