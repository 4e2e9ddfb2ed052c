import { allow } from "#core/errors.ts";
import { asked, routes } from "#core/web.ts";
import { TrialInput } from "#modules/consortium/dry-run/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { say } from "./messages.ts";
import { misfitsOf, sketchOf, tryCounts } from "./queries.ts";
import { CountsView } from "./views.tsx";

/** `/buero/konsortium/probe/zahlen`: a vote that does not happen, by counts. It keeps nothing. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = TrialInput.parse(asked(page));
  const sketch = sketchOf(await listSeats(ctx), input);
  const misfits = misfitsOf(sketch);
  return page.render(
    <CountsView
      ctx={ctx}
      sketch={sketch}
      misfits={misfits}
      // What does not fit is not tried; the form still needs to know the rules.
      trials={await tryCounts(ctx, misfits.length > 0 ? [] : sketch, input)}
      input={input}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status: misfits.length > 0 ? 422 : 200,
      crumbs: [{ href: paths.register, label: common(ctx)("office") }],
    },
  );
});
