import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Offer } from "#methods/match-gates.ts";
import { topMatches, type Weights, weightsFrom } from "#methods/match-score.ts";
import { spans } from "#methods/week-parts.ts";
import {
  listCards,
  type OpportunityCard,
  offersOf,
  onOffer,
  pointOf,
} from "#modules/opportunities/queries.ts";
import type { Opportunity } from "#modules/opportunities/schema.ts";
import { seatsFree } from "#modules/opportunities/vocabulary.ts";
import { ages, emptyProfile, type Profile } from "#modules/opportunities/wishes/queries.ts";
import type { Answers } from "./paths.ts";
import { gateReason, reasonsIn } from "./vocabulary.ts";

const daysToConfirm = 90;
const day = 86_400_000;

type Facts = Pick<
  Opportunity,
  | "fields"
  | "skills"
  | "targetGroups"
  | "times"
  | "rhythm"
  | "company"
  | "languages"
  | "languagesRequired"
  | "latitude"
  | "longitude"
  | "placeKind"
  | "minimumAge"
  | "needsCheck"
  | "startsAt"
  | "accessibility"
  | "seats"
  | "seatsTaken"
  | "confirmedAt"
  | "publishedAt"
> & { readonly asked: number; readonly answers: number };

/** What the score needs to know of an offer. "Everyone" is no wish of anybody, so it counts as not answered. */
export const offerOf = (ctx: Pick<Context, "now">, row: Facts): Offer => {
  const age = +ctx.now - +(row.confirmedAt ?? row.publishedAt ?? ctx.now);
  return {
    fields: row.fields,
    skills: row.skills,
    targetGroups: row.targetGroups.filter((code) => code !== "everyone"),
    times: row.times,
    rhythm: row.rhythm,
    company: row.company,
    languages: row.languages,
    languagesRequired: row.languagesRequired,
    where:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    anywhere: row.placeKind !== "onsite",
    minimumAge: row.minimumAge,
    needsCheck: row.needsCheck,
    startsInDays: row.startsAt && row.startsAt > ctx.now ? (+row.startsAt - +ctx.now) / day : null,
    accessibility: row.accessibility,
    seatsFree: seatsFree(row),
    freshness: Math.min(1, Math.max(0, 1 - age / (daysToConfirm * day))),
    answerRate: row.asked === 0 ? null : Math.min(1, row.answers / row.asked),
    waitingSince: +(row.publishedAt ?? ctx.now),
  };
};

const facts = [
  "opportunities.id",
  "opportunities.title",
  "opportunities.slug",
  "opportunities.fields",
  "opportunities.skills",
  "opportunities.targetGroups",
  "opportunities.times",
  "opportunities.rhythm",
  "opportunities.company",
  "opportunities.languages",
  "opportunities.languagesRequired",
  "opportunities.latitude",
  "opportunities.longitude",
  "opportunities.placeKind",
  "opportunities.minimumAge",
  "opportunities.needsCheck",
  "opportunities.startsAt",
  "opportunities.endsAt",
  "opportunities.townName",
  "opportunities.accessibility",
  "opportunities.durationMinutes",
  "opportunities.seats",
  "opportunities.seatsTaken",
  "opportunities.confirmedAt",
  "opportunities.publishedAt",
  "organizations.slug as organizationSlug",
  "organizations.name as organization",
  "organizations.asked",
  "organizations.answers",
] as const;

const most = 5_000;

/** Every open offer of the town with what filters and score ask of it: one scan, the rest is arithmetic. */
export const listOpen = (ctx: Context) =>
  offersOf(ctx)
    .select(facts)
    .where(onOffer(ctx))
    .orderBy("opportunities.publishedAt")
    .orderBy("opportunities.id")
    .limit(most)
    .execute();

export type OpenOffer = Awaited<ReturnType<typeof listOpen>>[number];

/** How much each answer weighs in this town. */
export const weightsOf = async (ctx: Context): Promise<Weights> => {
  const row = await ctx.db
    .selectFrom("places")
    .select("matchWeights")
    .where("id", "=", ctx.place.id)
    .executeTakeFirst();
  return weightsFrom(row?.matchWeights);
};

export type Suggestion = {
  readonly opportunity: OpportunityCard;
  readonly score: number;
  readonly confidence: number;
  /** Finished sentences that follow on "Passt, weil". */
  readonly reasons: readonly string[];
  /** Finished sentences that follow on "Passt fast:". */
  readonly buts: readonly string[];
};

export type ClosedSuggestion = {
  readonly opportunity: { readonly id: Id<"opportunity">; readonly title: string; readonly slug: string };
  readonly reasons: readonly string[];
};

export type Suggestions = {
  readonly suggestions: readonly Suggestion[];
  readonly closed: readonly ClosedSuggestion[];
  /** Share of the weight of the questions that the person answered, over the best suggestions. */
  readonly confidence: number;
  readonly total: number;
};

/** The best offers for a person, each with its reasons in words, and those that are out of the question, with theirs. */
export const suggestFor = async (ctx: Context, profile: Profile, limit: number): Promise<Suggestions> => {
  const [weights, rows] = [await weightsOf(ctx), await listOpen(ctx)];
  const offers = rows.map((row) => ({ ...offerOf(ctx, row), row }));
  const { matches, closed } = topMatches(profile, offers, weights, limit);
  const cards = new Map(
    (
      await listCards(
        ctx,
        matches.map(({ offer }) => offer.row.id),
      )
    ).map((card) => [card.id, card]),
  );
  const suggestions = matches.flatMap((match): Suggestion[] => {
    const opportunity = cards.get(match.offer.row.id);
    if (!opportunity) return [];
    const { score, confidence } = match;
    return [{ opportunity, score, confidence, ...reasonsIn(ctx, match, match.offer.row, profile) }];
  });
  return {
    suggestions,
    closed: closed.map(({ offer, gates }) => ({
      opportunity: { id: offer.row.id, title: offer.row.title, slug: offer.row.slug },
      reasons: gates.map((gate) => gateReason(ctx, gate)),
    })),
    confidence: Math.max(0, ...suggestions.map(({ confidence }) => confidence)),
    total: rows.length,
  };
};

const spanOf = { tag: spans.day, abend: spans.evening, wochenende: spans.weekend } as const;

/** The parts of the week that the words of an answer stand for. */
export const timesIn = ({ zeit }: Pick<Answers, "zeit">): number =>
  zeit.reduce((sum, span) => sum | spanOf[span], 0);

/** What the six questions told, as a profile. */
export const profileFrom = (ctx: Pick<Context, "place">, answers: Answers): Profile => ({
  ...emptyProfile,
  fields: answers.feld,
  skills: answers.gern,
  targetGroups: answers.fuer,
  times: timesIn(answers),
  rhythms: answers.rhythmus,
  company: answers.mit || null,
  languages: answers.sprachen,
  postcode: answers.plz || null,
  // Who names a distance and no postcode is taken to be in town.
  home: answers.plz ? (pointOf(ctx, answers.plz) ?? null) : answers.umkreis ? ctx.place : null,
  radius: Number(answers.umkreis) || null,
  age: answers.alter ? ages[answers.alter] : null,
  needs: answers.braucht,
  notThese: answers.nicht,
});
