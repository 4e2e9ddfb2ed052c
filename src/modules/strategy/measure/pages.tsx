import { found } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { listCommitments, ownOrganizations } from "#modules/strategy/commitments/queries.ts";
import { listIndicators } from "#modules/strategy/indicators/queries.ts";
import { findMeasureByNumber, listMilestones, listUpdates } from "#modules/strategy/measures/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { followThread } from "#modules/threads/following/queries.ts";
import { MeasureView } from "./views.tsx";

/** `/strategie/massnahmen/:number`: one measure with everything about it. */
export const pages = routes().get("/massnahmen/:number{[0-9]{1,6}}", async (page) => {
  const { ctx } = page.var;
  const measure = found(await findMeasureByNumber(ctx, Number(page.req.param("number"))));
  const following = found(await followThread(ctx, { kind: "measure", id: measure.id }));
  return page.render(
    <MeasureView
      ctx={ctx}
      measure={measure}
      following={following}
      milestones={await listMilestones(ctx, measure.id)}
      updates={await listUpdates(ctx, measure.id)}
      commitments={await listCommitments(ctx, { measure: measure.id })}
      indicators={await listIndicators(ctx, { measure: measure.id })}
      speaks={ownOrganizations(ctx).length > 0}
    />,
    {
      ...publicProps(ctx, measure.title),
      description: measure.words.slice(0, 200),
      hidden: !measure.public,
    },
  );
});
