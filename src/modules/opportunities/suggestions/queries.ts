import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Gate, gatesClosedFor } from "#methods/match-gates.ts";
import { type PartName, questions, type Score, scoreOf } from "#methods/match-score.ts";
import { spans } from "#methods/week-parts.ts";
import { openings, weightsOf } from "#modules/opportunities/openings/queries.ts";
import { listCards, type OpportunityCard, pointOf } from "#modules/opportunities/queries.ts";
import { may } from "#modules/opportunities/wishes/policy.ts";
import { ages, emptyProfile, type Profile } from "#modules/opportunities/wishes/queries.ts";
import type { Answers } from "./paths.ts";
import { gateReason, reasonsIn } from "./vocabulary.ts";

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
  /** The first of those that are out of the question. */
  readonly closed: readonly ClosedSuggestion[];
  readonly closedCount: number;
  /** Share of the weight of the questions that the person answered, over the best suggestions. */
  readonly confidence: number;
  readonly total: number;
};

const closedShown = 30;

/** The best offers for a person, each with its reasons in words, and those that are out of the question, with theirs. */
export const suggestFor = async (
  ctx: Context,
  profile: Profile,
  limit: number,
  except: Iterable<Id<"opportunity">> = [],
): Promise<Suggestions> => {
  const index = await openings(ctx);
  const { matches, closed, counts } = index.top({
    seeker: profile,
    weights: await weightsOf(ctx),
    k: limit,
    closed: closedShown,
    now: +ctx.now,
    except: new Set(except),
  });
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
    closedCount: counts.closed,
    total: counts.open + counts.closed,
  };
};

/** What a person does not want to be suggested any more, newest first. */
export const listDismissed = (ctx: Context, personId: Id<"person">, limit = 200) => {
  allow(may.see(ctx, personId));
  return ctx.db
    .selectFrom("dismissals")
    .innerJoin("opportunities", "opportunities.id", "dismissals.opportunityId")
    .select(["opportunities.id", "opportunities.title", "opportunities.slug", "dismissals.at"])
    .where("dismissals.personId", "=", personId)
    .orderBy("dismissals.at", "desc")
    .limit(limit)
    .execute();
};

export type Dismissed = Awaited<ReturnType<typeof listDismissed>>[number];

/** The same as a set, for whoever reads now; nobody who is not signed in declined anything. */
export const dismissedBy = async (ctx: Context): Promise<ReadonlySet<Id<"opportunity">>> => {
  if (ctx.actor.kind !== "person") return new Set();
  return new Set((await listDismissed(ctx, ctx.actor.id)).map(({ id }) => id));
};

export type Explained = Score & {
  /** Where it stands among all that are not out of the question; null is further down than we count. */
  readonly rank: number | null;
  readonly open: number;
  readonly reasons: readonly string[];
  readonly buts: readonly string[];
  /** What would bring it forward, and about where to. */
  readonly changes: readonly { readonly name: PartName; readonly rank: number }[];
};

export type Explanation =
  | { readonly kind: "notOpen" }
  | { readonly kind: "closed"; readonly gates: readonly Gate[] }
  | ({ readonly kind: "open" } & Explained);

const counted = 1_000;
const changesShown = 3;

const changesOf = (own: Score, scores: readonly number[], rank: number) => {
  const weight = own.parts.reduce((sum, part) => sum + part.weight, 0);
  return own.parts
    .filter(({ fit, name }) => fit < 1 && questions.some((question) => question === name))
    .map(({ name, fit, weight: part }) => {
      const score = own.score + (part * (1 - fit)) / weight;
      return { name, rank: 1 + scores.filter((other) => other > score).length };
    })
    .filter((change) => change.rank < rank)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, changesShown);
};

/** Why an offer is suggested to somebody, or why not: the gates that closed, or the score part by part. */
export const explain = async (
  ctx: Context,
  profile: Profile,
  id: Id<"opportunity">,
  except: ReadonlySet<string>,
): Promise<Explanation> => {
  const index = await openings(ctx);
  const offer = index.get(id);
  if (!offer || (offer.until !== null && offer.until < +ctx.now)) return { kind: "notOpen" };
  const gates = gatesClosedFor(profile, offer);
  if (gates.length > 0) return { kind: "closed", gates };
  const weights = await weightsOf(ctx);
  const others = new Set([...except].filter((one) => one !== id));
  const { matches, counts } = index.top({
    seeker: profile,
    weights,
    k: counted,
    closed: 0,
    now: +ctx.now,
    except: others,
  });
  const own = scoreOf(profile, offer, weights);
  const at = matches.findIndex((match) => match.offer.row.id === id);
  const scores = matches.map(({ score }) => score);
  return {
    kind: "open",
    ...own,
    rank: at < 0 ? null : at + 1,
    open: counts.open,
    ...reasonsIn(ctx, own, offer.row, profile),
    changes: changesOf(own, scores, at < 0 ? Number.POSITIVE_INFINITY : at + 1),
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
