import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { say } from "./messages.ts";
import {
  findIndicators,
  type IndicatorId,
  listUnmeasured,
  namedIndicator,
  nameIndicators,
} from "./queries.ts";

const indicator: Traceable = {
  kind: "indicator",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameIndicators(ctx, ids as readonly IndicatorId[]),
  find: findIndicators,
  broken: async (ctx) =>
    (await listUnmeasured(ctx))
      .slice(0, 100)
      .map((row) => ({ ...namedIndicator(row), why: say(ctx)("noValue") })),
};

export const indicators: Module = { name: "strategy/indicators", traceables: [indicator] };
