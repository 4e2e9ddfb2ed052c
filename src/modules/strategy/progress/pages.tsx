import { isoDay } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import { routes } from "#core/web.ts";
import { listCommitments } from "#modules/strategy/commitments/queries.ts";
import { listObjectives } from "#modules/strategy/fields/queries.ts";
import { listIndicators } from "#modules/strategy/indicators/queries.ts";
import { listLatestUpdates, listMeasures } from "#modules/strategy/measures/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { countIndicators, gapsOf, groupMeasures } from "./queries.ts";
import { ProgressView } from "./views.tsx";

const halfYear = 183;

/** `/strategie/fortschritt`: how far everything is. */
export const pages = routes().get("/fortschritt", async (page) => {
  const { ctx } = page.var;
  const measures = await listMeasures(ctx);
  const indicators = await listIndicators(ctx);
  return page.render(
    <ProgressView
      ctx={ctx}
      groups={groupMeasures(ctx, measures)}
      indicators={indicators}
      count={countIndicators(ctx, indicators)}
      updates={await listLatestUpdates(ctx, plusDays(isoDay(ctx.now), -halfYear))}
      commitments={await listCommitments(ctx, { state: "confirmed" })}
      gaps={gapsOf(await listObjectives(ctx), measures, indicators)}
    />,
    publicProps(ctx, say(ctx)("heading")),
  );
});
