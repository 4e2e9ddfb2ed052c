import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { findPublicBallot } from "#modules/participation/ballots/queries.ts";
import { download } from "./queries.ts";

/** `/beteiligung/abstimmungen/:slug/daten/:file`: every sheet, for whoever wants to count again. */
export const pages = routes().get("/:slug/daten/:file", async (page) => {
  const ctx = page.get("ctx");
  const ballot = found(await findPublicBallot(ctx, slugIn(page)));
  const name = page.req.param("file") ?? "";
  const { body, mediaType } = found(await download(ctx, ballot, name));
  return page.body(typeof body === "string" ? body : new Uint8Array(body), 200, {
    "content-type": mediaType,
    "content-disposition": `inline; filename="${ballot.slug}-${name}"`,
    "x-content-type-options": "nosniff",
  });
});
