import { found } from "#core/errors.ts";
import { routes, seeOther, slugIn } from "#core/web.ts";
import { findPublicBallot, listOptions, optionsOf, ruleOf } from "#modules/participation/ballots/queries.ts";
import { countSheets, listSheets } from "#modules/participation/box/queries.ts";
import { tallyOf } from "#modules/participation/counting/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { ballotProps } from "#modules/participation/polling/views.tsx";
import { countRoll } from "#modules/participation/roll/queries.ts";
import { say } from "./messages.ts";
import { fundOf } from "./queries.ts";
import { ResultView } from "./views.tsx";

/** `/beteiligung/abstimmungen/:slug/ergebnis`: what came out and why; before that, the ballot itself. */
export const pages = routes().get("/:slug/ergebnis", async (page) => {
  const ctx = page.get("ctx");
  const ballot = found(await findPublicBallot(ctx, slugIn(page)));
  const tally = tallyOf(ballot);
  if (ballot.state !== "published" || !tally) return seeOther(page, paths.ballot(ballot.slug));
  const rows = await listOptions(ctx, ballot.id);
  return page.render(
    <ResultView
      ctx={ctx}
      ballot={ballot}
      rule={ruleOf(ballot)}
      options={optionsOf(rows)}
      tally={tally}
      counts={await countRoll(ctx, ballot.id)}
      invalid={(await countSheets(ctx, ballot.id)).invalid}
      fund={await fundOf(ctx, ballot.id)}
      sheets={ballot.secrecy === "named" ? await listSheets(ctx, ballot.id) : []}
    />,
    ballotProps(ctx, ballot, say(ctx)("heading", { title: ballot.title })),
  );
});
