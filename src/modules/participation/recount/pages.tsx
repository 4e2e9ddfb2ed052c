import { found } from "#core/errors.ts";
import { blank } from "#core/input.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { readReceipt } from "#methods/ballot-receipt.ts";
import { findPublicBallot } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { ballotProps } from "#modules/participation/polling/views.tsx";
import { say } from "./messages.ts";
import { findBallotOfReceipt } from "./queries.ts";
import { CheckView, NothingYetView, RecountView } from "./views.tsx";

/** `/beteiligung/abstimmungen/:slug/nachrechnen`: counted again on the reader's own device. */
export const pages = routes().get("/:slug/nachrechnen", async (page) => {
  const ctx = page.get("ctx");
  const ballot = found(await findPublicBallot(ctx, slugIn(page)));
  const props = ballotProps(ctx, ballot, say(ctx)("heading"));
  if (ballot.state !== "published") return page.render(<NothingYetView ctx={ctx} ballot={ballot} />, props);
  return page.render(<RecountView ctx={ctx} ballot={ballot} />, { ...props, script: "recount" });
});

const lookUp = async (page: Page, typed: string) => {
  const ctx = page.get("ctx");
  const receipt = readReceipt(typed);
  const ballot = receipt && (await findBallotOfReceipt(ctx, receipt));
  if (receipt && ballot) return page.redirect(paths.receipt(ballot.slug, receipt), 303);
  const missed = typed !== "";
  return page.render(
    <CheckView ctx={ctx} form={{ ...blank, values: { quittung: typed } }} missed={missed} />,
    { title: say(ctx)("check"), status: missed ? 404 : 200, hidden: true },
  );
};

/** `/pruefen`: a receipt leads to its published sheet. */
export const checks = routes()
  .get("/", (page) => lookUp(page, (page.req.query("quittung") ?? "").slice(0, 60)))
  .get("/:code", (page) => lookUp(page, (page.req.param("code") ?? "").slice(0, 60)));
