import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { findProposal } from "#modules/participation/proposals/queries.ts";
import { findPublicProcess } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { listLine } from "./queries.ts";
import { OutcomeView } from "./views.tsx";

/** `/beteiligung/:slug/vorschlaege/:number/weg`: what became of it. */
export const pages = routes().get("/:slug/vorschlaege/:number{[0-9]{1,6}}/weg", async (page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const proposal = found(await findProposal(ctx, process.id, Number(page.req.param("number"))));
  return page.render(
    <OutcomeView ctx={ctx} process={process} proposal={proposal} line={await listLine(ctx, proposal.id)} />,
    processProps(ctx, process, say(ctx)("heading")),
  );
});
