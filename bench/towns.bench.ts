// Does a town feel that there are others? The same questions in a town of 500 offers, once alone in its database and
// once among 200 of its size, in turn and in the same run.
import { type Actor, visitor } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { during } from "#core/during.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import { readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { suggestFor } from "#modules/opportunities/suggestions/queries.ts";
import { emptyProfile } from "#modules/opportunities/wishes/queries.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { openStage, quantile, report, type Stage, smoke } from "./stage.ts";
import { fillTowns } from "./towns-data.ts";

const offers = smoke ? 50 : 500;
const towns = smoke ? 10 : 200;
const rounds = smoke ? 5 : 120;
const warmUp = smoke ? 2 : 40;

type Side = { readonly stage: Stage; readonly places: readonly Place[] };

const openSide = async (count: number): Promise<Side> => {
  const stage = await openStage();
  await fillTowns(stage.db, { towns: count, offers, people: 10, tasks: 0 });
  return { stage, places: await listPlaces(stage.db) };
};

const askedFor = {
  ...emptyProfile,
  fields: ["school"],
  skills: ["reading"],
  rhythms: ["weekly"],
  times: 73,
  languages: ["de"],
};

const questions: readonly (readonly [name: string, ask: (ctx: Context) => Promise<unknown>])[] = [
  ["the list", (ctx) => findOffers(ctx, readFilters({}))],
  [
    "search with words and filters",
    (ctx) => findOffers(ctx, readFilters({ q: "Kinder Garten", rhythmus: "weekly" })),
  ],
  ["search by sound", (ctx) => findOffers(ctx, readFilters({ q: "Vorleesen" }))],
  ["suggestions", (ctx) => suggestFor(ctx, askedFor, 8)],
];

const timed = async (
  { stage, places }: Side,
  round: number,
  ask: (ctx: Context) => Promise<unknown>,
): Promise<number> => {
  const place = places[(round * 37) % places.length];
  if (!place) throw new Error("there is no town");
  const actor: Actor = visitor;
  const started = performance.now();
  await during(stage.db, { place, actor, now: new Date(), language: "de" }, "read only", ask);
  return performance.now() - started;
};

const big = await openSide(towns);
const small = await openSide(1);
try {
  for (const [name, ask] of questions) {
    const inBig: number[] = [];
    const inSmall: number[] = [];
    for (let round = -warmUp; round < rounds; round += 1) {
      const ofBig = await timed(big, round + warmUp, ask);
      const ofSmall = await timed(small, round + warmUp, ask);
      if (round < 0) continue;
      inBig.push(ofBig);
      inSmall.push(ofSmall);
    }
    for (const [label, share] of [
      ["p50", 0.5],
      ["p99", 0.99],
    ] as const) {
      const [ours, theirs] = [quantile(inBig, share), quantile(inSmall, share)];
      report(
        `${name}, ${label}, among ${towns} towns with ${towns * offers} offers`,
        `the same town alone, with ${offers}`,
        ours / theirs,
        `${ours.toFixed(1)} and ${theirs.toFixed(1)} ms, ${rounds} times each in turn`,
      );
    }
  }
} finally {
  await big.stage.close();
  await small.stage.close();
}
