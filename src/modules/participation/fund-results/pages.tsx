import { found } from "#core/errors.ts";
import { blank, type Filled, withError } from "#core/input.ts";
import { routes, slugIn } from "#core/web.ts";
import { readReceipt } from "#methods/ballot-receipt.ts";
import { findFundBallot, resultOf } from "#modules/participation/fund-reasons/queries.ts";
import { findFund } from "#modules/participation/funds/queries.ts";
import { findPublicProcess } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { examplePurse, findPurse } from "./queries.ts";
import { NoResultView, ResultView } from "./views.tsx";

/** `/beteiligung/:slug/ergebnis`: who paid what, and why not. */
export const pages = routes().get("/:slug/ergebnis", async (page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const fund = found(await findFund(ctx, process.id));
  const words = say(ctx);
  const ballot = await findFundBallot(ctx, fund);
  const result = ballot && (await resultOf(ctx, fund, ballot));
  if (!result)
    return page.render(
      <NoResultView ctx={ctx} process={process} ballot={ballot} />,
      processProps(ctx, process, words("title")),
    );
  const asked = (page.req.query("quittung") ?? "").slice(0, 60);
  const receipt = asked === "" ? undefined : readReceipt(asked);
  const own = receipt && (await findPurse(ctx, result, receipt));
  const missed = asked !== "" && !own;
  const form: Filled = missed
    ? withError({ ...blank, values: { quittung: asked } }, "quittung", words("errorReceipt"))
    : { ...blank, values: { quittung: asked } };
  const sheet = own || (await examplePurse(ctx, result));
  return page.render(
    <ResultView ctx={ctx} process={process} result={result} sheet={sheet} form={form} />,
    processProps(ctx, process, words("title"), missed ? 422 : 200),
  );
});
