import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { findFieldBySlug, listFields, listObjectives } from "#modules/strategy/fields/queries.ts";
import { listMeasures } from "#modules/strategy/measures/queries.ts";
import type { Measure } from "#modules/strategy/schema.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { measureStates } from "#modules/strategy/vocabulary.ts";
import { say } from "./messages.ts";
import { findVersionInForce, isNegotiated } from "./queries.ts";
import { FieldView, FrontView, type Kind, kinds, ListView } from "./views.tsx";

const filterOf = (kind: Kind): { readonly state?: Measure["state"]; readonly overdue?: boolean } => {
  const state = measureStates.find((known) => known === kind);
  return state ? { state } : { overdue: kind === "ueberfaellig" };
};

/** `/strategie`: the plan on one page, one field, all measures. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    return page.render(
      <FrontView
        ctx={ctx}
        fields={await listFields(ctx)}
        objectives={await listObjectives(ctx)}
        measures={await listMeasures(ctx)}
        version={await findVersionInForce(ctx)}
        negotiated={await isNegotiated(ctx)}
      />,
      { title: say(ctx)("menu"), description: say(ctx)("lead") },
    );
  })
  .get("/felder/:slug", async (page) => {
    const { ctx } = page.var;
    const field = found(await findFieldBySlug(ctx, slugIn(page)));
    return page.render(
      <FieldView
        ctx={ctx}
        field={field}
        objectives={await listObjectives(ctx, field.id)}
        measures={await listMeasures(ctx, { field: field.id })}
      />,
      publicProps(ctx, field.title),
    );
  })
  .get("/massnahmen", async (page) => {
    const { ctx } = page.var;
    const kind = kinds.find((known) => known === page.req.query("welche")) ?? "alle";
    return page.render(
      <ListView ctx={ctx} measures={await listMeasures(ctx, filterOf(kind))} kind={kind} />,
      publicProps(ctx, say(ctx)("all")),
    );
  });
