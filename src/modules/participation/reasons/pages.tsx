import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { takesVoices } from "#modules/participation/proposals/policy.ts";
import { findProposal } from "#modules/participation/proposals/queries.ts";
import { currentPhase, findPublicProcess, homeOf } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { addReason, ReasonInput, type ReasonRefusal, withdrawReason } from "./commands.ts";
import { say } from "./messages.ts";
import { listReasons } from "./queries.ts";
import { ReasonsView } from "./views.tsx";

const proposalIn = async (page: Page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const number = Number(page.req.param("number"));
  return { ctx, process, proposal: found(await findProposal(ctx, process.id, number)) };
};

type Problem = { readonly form?: Filled; readonly refusal?: ReasonRefusal };

const show = async (page: Page, problem: Problem = {}) => {
  const { ctx, process, proposal } = await proposalIn(page);
  return page.render(
    <ReasonsView
      ctx={ctx}
      formKey={page.get("formKey")}
      slug={process.slug}
      proposal={proposal}
      reasons={await listReasons(ctx, proposal.id)}
      open={proposal.state === "published" && takesVoices(await currentPhase(ctx, process))}
      allowed={may.write(ctx, process, await homeOf(ctx))}
      {...problem}
    />,
    processProps(ctx, process, say(ctx)("heading"), problem.refusal ? 409 : problem.form ? 422 : 200),
  );
};

/** `/beteiligung/:slug/vorschlaege/:number/gruende`: reasons for and against. */
export const pages = routes()
  .get("/:slug/vorschlaege/:number{[0-9]{1,6}}/gruende", (page) => show(page))
  .post("/:slug/vorschlaege/:number{[0-9]{1,6}}/gruende", async (page) => {
    const { ctx, process, proposal } = await proposalIn(page);
    signedIn(ctx.actor);
    const input = read(ctx, ReasonInput, await sent(page));
    if (!input.ok) return show(page, { form: input.form });
    const outcome = await addReason(ctx, process, proposal.id, input.value);
    if (!outcome.ok) return show(page, { form: input.form, refusal: outcome.because });
    const address = paths.proposal(process.slug, proposal.number);
    return seeOther(page, `${address}#grund-${outcome.value}`, "gesagt");
  })
  .post("/:slug/vorschlaege/:number{[0-9]{1,6}}/gruende/:reason/ruecknahme", async (page) => {
    const { ctx, process, proposal } = await proposalIn(page);
    signedIn(ctx.actor);
    await withdrawReason(ctx, proposal.id, idIn<"proposalReason">(page, "reason"));
    return seeOther(page, `${paths.proposal(process.slug, proposal.number)}#dafuer`, "zurueck");
  });
