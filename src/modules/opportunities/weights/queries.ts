import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { Seeker } from "#methods/match-gates.ts";
import type { MatchIndex } from "#methods/match-index.ts";
import type { PartName, Weights } from "#methods/match-score.ts";
import { spans } from "#methods/week-parts.ts";
import { type Opening, openings, weightsOf } from "#modules/opportunities/openings/queries.ts";
import { emptyProfile, listSeeking } from "#modules/opportunities/wishes/queries.ts";
import { may } from "./policy.ts";

export type Change = {
  readonly at: Date;
  readonly by: string | null;
  readonly before: Partial<Weights>;
  readonly after: Partial<Weights>;
};

/** When the weights were set, by whom, and from what to what; newest first. */
export const listChanges = async (ctx: Context, limit: number): Promise<readonly Change[]> => {
  const { rows } = await sql<Change>`select events.happened_at as at, people.name as by,
      events.data->'before' as before, events.data->'after' as after
    from events left join people on people.place_id = events.place_id and people.id = events.actor_id
    where events.subject_id = ${ctx.place.id} and events.name = 'weights.changed'
    order by events.happened_at desc, events.id desc limit ${limit}`.execute(ctx.db);
  return rows;
};

/** Three people who do not exist: what a change would mean for somebody like them. */
export const examples = ["mornings", "evenings", "weekends"] as const;
export type Example = (typeof examples)[number];

const exampleOf = (ctx: Context, example: Example): Seeker => {
  const home = { latitude: ctx.place.latitude, longitude: ctx.place.longitude };
  const anybody = { ...emptyProfile, home, languages: ["de"] };
  switch (example) {
    case "mornings":
      return {
        ...anybody,
        times: spans.day,
        targetGroups: ["children", "seniors"],
        skills: ["reading", "listening"],
        rhythms: ["weekly"],
        company: "pair",
        radius: 3,
      };
    case "evenings":
      return {
        ...anybody,
        times: spans.evening,
        fields: ["culture", "sport"],
        skills: ["organizing", "computers"],
        rhythms: ["monthly", "flexible"],
        company: "team",
        radius: 10,
      };
    default:
      return {
        ...anybody,
        times: spans.weekend,
        fields: ["environment", "local"],
        skills: ["crafts", "gardening"],
        rhythms: ["once", "slots"],
        radius: 25,
      };
  }
};

/** How many suggestions somebody is shown: the first of the order. */
export const shown = 8;
const listed = 5;

const topOf = (ctx: Context, index: MatchIndex<Opening>, seeker: Seeker, weights: Weights, k: number) =>
  index
    .top({ seeker, weights, k, closed: 0, now: +ctx.now })
    .matches.map(({ offer }) => ({ id: offer.row.id, title: offer.row.title }));

export type Placed = {
  readonly title: string;
  /** Where it stood and where it would stand; null is not among the first. */
  readonly before: number | null;
  readonly after: number | null;
};

type Top = ReturnType<typeof topOf>;

const place = (top: Top, id: Id<"opportunity">): number | null => {
  const at = top.findIndex((one) => one.id === id);
  return at < 0 ? null : at + 1;
};

const compared = (before: Top, after: Top): Placed[] => {
  const gone = before.filter(({ id }) => place(after, id) === null);
  return [...after, ...gone].map(({ id, title }) => ({
    title,
    before: place(before, id),
    after: place(after, id),
  }));
};

export type Preview = {
  readonly examples: readonly { readonly example: Example; readonly placed: readonly Placed[] }[];
  /** How many people were reckoned with, and for how many the first suggestions would be others. */
  readonly people: number;
  readonly touched: number;
  /** Of all their first suggestions: how many there are, and how many would be new. */
  readonly suggestions: number;
  readonly fresh: number;
  /** Offers that would be suggested to more people than now, and to fewer. */
  readonly up: readonly Moved[];
  readonly down: readonly Moved[];
};
export type Moved = { readonly title: string; readonly before: number; readonly after: number };

// In a town of many offers fewer people are reckoned with, so that the page does not keep anybody waiting.
const mostPairs = 2_000_000;
const mostPeople = 1_000;

const inSum = async (ctx: Context, index: MatchIndex<Opening>, old: Weights, own: Weights) => {
  const limit = Math.min(mostPeople, Math.max(20, Math.floor(mostPairs / Math.max(1, index.size()))));
  const seeking = await listSeeking(ctx, limit);
  const sums = new Map<string, { title: string; before: number; after: number }>();
  const count = ({ id, title }: Top[number], when: "before" | "after") => {
    const sum = sums.get(id) ?? { title, before: 0, after: 0 };
    sum[when] += 1;
    sums.set(id, sum);
  };
  let [touched, suggestions, fresh] = [0, 0, 0];
  for (const { profile } of seeking) {
    const before = topOf(ctx, index, profile, old, shown);
    const after = topOf(ctx, index, profile, own, shown);
    const others = after.filter(({ id }) => place(before, id) === null).length;
    for (const one of before) count(one, "before");
    for (const one of after) count(one, "after");
    suggestions += after.length;
    fresh += others;
    if (others > 0 || after.some(({ id }, at) => before[at]?.id !== id)) touched += 1;
  }
  const moved = [...sums.values()].sort((a, b) => b.after - b.before - (a.after - a.before));
  return {
    people: seeking.length,
    touched,
    suggestions,
    fresh,
    up: moved.filter(({ before, after }) => after > before).slice(0, listed),
    down: moved
      .filter(({ before, after }) => after < before)
      .reverse()
      .slice(0, listed),
  };
};

/** What other weights would change: for three invented people by name of the offers, and for all real wishes in sum. */
export const previewWeights = async (ctx: Context, own: Weights): Promise<Preview> => {
  allow(may.set(ctx));
  const [index, old] = [await openings(ctx), await weightsOf(ctx)];
  return {
    ...(await inSum(ctx, index, old, own)),
    examples: examples.map((example) => {
      const seeker = exampleOf(ctx, example);
      const top = (weights: Weights) => topOf(ctx, index, seeker, weights, listed);
      return { example, placed: compared(top(old), top(own)) };
    }),
  };
};

/** The parts with their weights, heaviest first, each with its share of everything. */
export const shares = (weights: Weights): readonly { name: PartName; weight: number; share: number }[] => {
  const rows = Object.entries(weights) as [PartName, number][];
  const sum = rows.reduce((total, [, weight]) => total + weight, 0);
  return rows
    .map(([name, weight]) => ({ name, weight, share: sum === 0 ? 0 : weight / sum }))
    .sort((a, b) => b.weight - a.weight);
};
