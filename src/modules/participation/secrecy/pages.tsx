import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { findPublicBallot } from "#modules/participation/ballots/queries.ts";
import { ballotProps } from "#modules/participation/polling/views.tsx";
import { say } from "./messages.ts";
import { SecrecyView } from "./views.tsx";

/** `/beteiligung/abstimmungen/:slug/geheim`: what it protects from, and what not. */
export const pages = routes().get("/:slug/geheim", async (page) => {
  const ctx = page.get("ctx");
  const ballot = found(await findPublicBallot(ctx, slugIn(page)));
  return page.render(
    <SecrecyView ctx={ctx} ballot={ballot} />,
    ballotProps(ctx, ballot, say(ctx)("heading")),
  );
});
