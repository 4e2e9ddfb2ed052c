import { found } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { findIndicatorByNumber, listValues } from "#modules/strategy/indicators/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { IndicatorView } from "./views.tsx";

/** `/strategie/kennzahlen/:number`: one indicator with everything that was measured. */
export const pages = routes().get("/kennzahlen/:number{[0-9]{1,6}}", async (page) => {
  const { ctx } = page.var;
  const indicator = found(await findIndicatorByNumber(ctx, Number(page.req.param("number"))));
  const thing = { kind: "indicator", id: indicator.id };
  return page.render(
    <>
      <IndicatorView ctx={ctx} indicator={indicator} values={await listValues(ctx, indicator.id)} />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    publicProps(ctx, indicator.title),
  );
});
