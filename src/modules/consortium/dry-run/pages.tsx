import { allow } from "#core/errors.ts";
import { asked, routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { say } from "./messages.ts";
import { seatsOf, TrialInput, tryOut } from "./queries.ts";
import { DryRunView } from "./views.tsx";

/** `/buero/konsortium/probe`: a vote that does not happen. It keeps nothing. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = TrialInput.parse(asked(page));
  const seats = seatsOf(await listSeats(ctx), input);
  return page.render(
    <DryRunView ctx={ctx} seats={seats} input={input} trials={await tryOut(ctx, seats, input)} />,
    {
      title: say(ctx)("heading"),
      area: "office",
      crumbs: [{ href: paths.register, label: common(ctx)("office") }],
    },
  );
});
