import * as z from "zod";
import { visitor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Dataset } from "#core/module.ts";
import { listCommitments } from "#modules/strategy/commitments/queries.ts";
import { listIndicators, standOf } from "#modules/strategy/indicators/queries.ts";
import { listMeasures } from "#modules/strategy/measures/queries.ts";

// What is published is what everybody sees, whoever asks for it.
const forAll = (ctx: Context): Context => ({ ...ctx, actor: visitor });

const measures: Dataset = {
  name: "measures",
  licence: "CC0-1.0",
  columns: z.object({
    number: z.number(),
    title: z.string(),
    field: z.string(),
    objective: z.string(),
    owner: z.string(),
    startsOn: z.string(),
    dueOn: z.string(),
    state: z.string(),
    light: z.string(),
    stateWords: z.string(),
    checkedOn: z.string().nullable(),
    budgetCents: z.number().nullable(),
  }),
  rows: (ctx) => listMeasures(forAll(ctx)),
};

const indicators: Dataset = {
  name: "indicators",
  licence: "CC0-1.0",
  columns: z.object({
    number: z.number(),
    title: z.string(),
    unit: z.string(),
    direction: z.string(),
    objective: z.string(),
    measureNumber: z.number().nullable(),
    baseline: z.number(),
    baselineOn: z.string(),
    baselineSource: z.string(),
    target: z.number(),
    targetOn: z.string(),
    lastValue: z.number().nullable(),
    lastOn: z.string().nullable(),
    lastSource: z.string().nullable(),
    stand: z.string(),
  }),
  rows: async (ctx) =>
    (await listIndicators(forAll(ctx))).map((row) => ({ ...row, stand: standOf(ctx, row) })),
};

const commitments: Dataset = {
  name: "commitments",
  licence: "CC0-1.0",
  columns: z.object({
    measureNumber: z.number(),
    measure: z.string(),
    organization: z.string(),
    sector: z.string(),
    kind: z.string(),
    amount: z.number(),
    words: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    state: z.string(),
    given: z.number(),
    givenOn: z.string().nullable(),
  }),
  rows: (ctx) => listCommitments(forAll(ctx)),
};

/** What the town wants, measures and is given, free for every use. */
export const datasets: readonly Dataset[] = [measures, indicators, commitments];
