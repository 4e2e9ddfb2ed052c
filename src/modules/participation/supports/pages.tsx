import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { findProposal } from "#modules/participation/proposals/queries.ts";
import { findPublicProcess } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { countTry } from "#modules/people/attempts/commands.ts";
import { supportProposal, withdrawSupport } from "./commands.ts";
import { say } from "./messages.ts";
import { RefusedView } from "./views.tsx";

const aMinute = { tries: 60, minutes: 10 };

const proposalIn = async (page: Page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const number = Number(page.req.param("number"));
  return { ctx, process, proposal: found(await findProposal(ctx, process.id, number)) };
};

/** `/beteiligung/:slug/vorschlaege/:number/unterstuetzung`: stand behind it, or no longer. */
export const pages = routes().post("/:slug/vorschlaege/:number{[0-9]{1,6}}/unterstuetzung", async (page) => {
  const { ctx, process, proposal } = await proposalIn(page);
  const { id } = signedIn(ctx.actor);
  await countTry(ctx, `support ${id}`, aMinute);
  const back = (await sent(page))["aktion"] === "zurueck";
  const outcome = back
    ? await withdrawSupport(ctx, process, proposal.id)
    : await supportProposal(ctx, process, proposal.id);
  const address = paths.proposal(process.slug, proposal.number);
  if (outcome.ok)
    return seeOther(page, `${address}#unterstuetzung`, back ? "zurueckgenommen" : "unterstuetzt");
  return page.render(
    <RefusedView ctx={ctx} because={outcome.because} title={proposal.title} href={address} />,
    processProps(ctx, process, say(ctx)("support"), 409),
  );
});
