import { deviceToken } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { findPublicBallot, listOptions } from "#modules/participation/ballots/queries.ts";
import { atBox, deviceFor, proposalsOf } from "./queries.ts";
import { BallotView, ballotProps } from "./views.tsx";

const show = async (page: Page) => {
  const ctx = page.get("ctx");
  const ballot = found(await findPublicBallot(ctx, slugIn(page)));
  const options = await listOptions(ctx, ballot.id);
  const { process, numbers } = await proposalsOf(ctx, ballot, options);
  const box = await atBox(ctx, ballot, deviceToken(page, deviceFor(ballot.slug)) || undefined);
  return page.render(
    <BallotView
      ctx={ctx}
      ballot={ballot}
      options={options}
      box={box}
      process={process}
      proposals={numbers}
    />,
    ballotProps(ctx, ballot, ballot.title),
  );
};

/** `/beteiligung/abstimmungen/:slug`: a ballot for everybody. */
export const pages = routes().get("/:slug", show);
