import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { countAnswers } from "#modules/participation/answering/queries.ts";
import { listBallots } from "#modules/participation/ballots/queries.ts";
import { follow, unfollow } from "#modules/participation/commands.ts";
import { findFund } from "#modules/participation/funds/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { countProposals, listProposals } from "#modules/participation/proposals/queries.ts";
import { findPublicProcess, homeOf, listPhases } from "#modules/participation/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { follows, listHappenings, listRoundLinks } from "./queries.ts";
import { ProcessView } from "./views.tsx";

const show = async (page: Page) => {
  const { ctx, formKey } = page.var;
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const { id, organizationId } = process;
  return page.render(
    <ProcessView
      ctx={ctx}
      formKey={formKey}
      process={process}
      organization={organizationId ? (await findOrganization(ctx, organizationId))?.name : undefined}
      phases={await listPhases(ctx, id)}
      proposals={await listProposals(ctx, id, { sort: "support", limit: 5 })}
      proposalCount={await countProposals(ctx, id)}
      rounds={await listRoundLinks(ctx, id)}
      ballots={await listBallots(ctx, id)}
      fund={await findFund(ctx, id)}
      answers={await countAnswers(ctx, id)}
      happenings={await listHappenings(ctx, id)}
      follows={await follows(ctx, id)}
      mayWrite={may.write(ctx, process, await homeOf(ctx))}
      threads={await listThreads(ctx, { kind: "process", id })}
      notice={page.req.query("hinweis")}
    />,
    {
      title: process.title,
      description: process.question,
      crumbs: [{ href: paths.listing, label: common(ctx)("participation") }],
    },
  );
};

const Following = z.object({ folgen: z.enum(["ja", "nein"]) });

const setFollowing = async (page: Page) => {
  const { ctx } = page.var;
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const { id } = signedIn(ctx.actor);
  const input = read(ctx, Following, await sent(page));
  const wants = !input.ok || input.value.folgen === "ja";
  await (wants ? follow : unfollow)(ctx, process.id, id);
  return seeOther(page, `${paths.show(process.slug)}#nachrichten`, wants ? "folgt" : "folgt_nicht");
};

/** `/beteiligung/:slug`: one process, and whether one hears of it. */
export const pages = routes().get("/:slug", show).post("/:slug/nachrichten", setFollowing);
