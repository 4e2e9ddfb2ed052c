import { allow, found } from "#core/errors.ts";
import { idIn, type Page, routes, seeOther } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot, listOptions } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { countBallot, type PublishRefusal, publishBallot } from "./commands.ts";
import { say } from "./messages.ts";
import { tallyOf, whyNotCounted } from "./queries.ts";
import { CountView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

const show = async (page: Page, refusal?: PublishRefusal) => {
  const { ctx, ballot } = await ballotAt(page);
  return page.render(
    <CountView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      options={await listOptions(ctx, ballot.id)}
      tally={tallyOf(ballot)}
      why={await whyNotCounted(ctx, ballot)}
      refusal={refusal}
    />,
    ballotProps(ctx, ballot, say(ctx)("heading"), refusal ? 409 : 200),
  );
};

/** `/buero/abstimmungen/:id/auszaehlung`: the box is counted, looked at, and published. */
export const pages = routes()
  .get("/:id/auszaehlung", (page) => show(page))
  .post("/:id/auszaehlung", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const outcome = await countBallot(ctx, ballot.id);
    return outcome.ok ? seeOther(page, paths.count(ballot.id)) : show(page, outcome.because);
  })
  .post("/:id/auszaehlung/veroeffentlichung", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const outcome = await publishBallot(ctx, ballot.id);
    return outcome.ok ? seeOther(page, paths.count(ballot.id)) : show(page, outcome.because);
  });
