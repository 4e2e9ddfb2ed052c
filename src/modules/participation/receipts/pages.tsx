import { found } from "#core/errors.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { readReceipt } from "#methods/ballot-receipt.ts";
import { marksInWords } from "#modules/participation/ballot-words/queries.ts";
import { findPublicBallot, listOptions, optionsOf, ruleOf } from "#modules/participation/ballots/queries.ts";
import { findSheet } from "#modules/participation/box/queries.ts";
import { say } from "#modules/participation/polling/messages.ts";
import { ballotProps } from "#modules/participation/polling/views.tsx";
import { FoundView } from "./views.tsx";

const lookUp = async (page: Page) => {
  const ctx = page.get("ctx");
  const ballot = found(await findPublicBallot(ctx, slugIn(page)));
  const receipt = found(readReceipt(page.req.param("receipt") ?? ""));
  // Before the result is out nobody learns from here whether a sheet lies in the box.
  const isOut = ballot.state === "published";
  const sheet = isOut ? await findSheet(ctx, ballot.id, receipt) : undefined;
  const options = sheet ? optionsOf(await listOptions(ctx, ballot.id)) : [];
  const lines = sheet && marksInWords(ctx, ruleOf(ballot), options, sheet.marks);
  return page.render(
    <FoundView
      ctx={ctx}
      ballot={ballot}
      receipt={receipt}
      isInvalid={sheet?.invalid ?? false}
      lines={lines}
    />,
    { ...ballotProps(ctx, ballot, say(ctx)("findHeading")), hidden: true },
  );
};

/** `/beteiligung/abstimmungen/:slug/quittung/:receipt`: what was published under a receipt. */
export const pages = routes().get("/:slug/quittung/:receipt", lookUp);
