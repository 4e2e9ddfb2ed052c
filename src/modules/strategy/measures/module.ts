import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import type { Break, Traceable } from "#core/traceable.ts";
import { paths } from "#modules/strategy/paths.ts";
import { moveMeasures } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { findMeasures, listUnasked, type MeasureId, nameMeasures } from "./queries.ts";

const measure: Traceable = {
  kind: "measure",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameMeasures(ctx, ids as readonly MeasureId[]),
  find: findMeasures,
  broken: async (ctx): Promise<readonly Break[]> =>
    (await listUnasked(ctx)).map(({ id, number, title }) => ({
      id,
      title,
      path: paths.measure(number),
      why: say(ctx)("nobodyAsked"),
    })),
};

export const measures: Module = {
  name: "strategy/measures",
  jobs,
  traceables: [measure],
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const [from, into] = [String(data["from"]), String(data["into"])];
      if (isId<"organization">(from) && isId<"organization">(into)) await moveMeasures(ctx, from, into);
    },
  },
};
