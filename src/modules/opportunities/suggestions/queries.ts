import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { spans } from "#methods/week-parts.ts";
import { openings, weightsOf } from "#modules/opportunities/openings/queries.ts";
import { listCards, type OpportunityCard, pointOf } from "#modules/opportunities/queries.ts";
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
