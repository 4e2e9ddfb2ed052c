import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { blank, type Filled, read, withError } from "#core/input.ts";
import { asked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { listAlike } from "#modules/participation/likeness/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { addProposal, type ProposalRefusal } from "#modules/participation/proposals/commands.ts";
import { takesProposals } from "#modules/participation/proposals/policy.ts";
import type { ProposalRow } from "#modules/participation/proposals/queries.ts";
import { currentPhase, findPublicProcess, homeOf } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { processProps } from "#modules/participation/views.tsx";
import { isFar, ProposalInput, wordsOf } from "./commands.ts";
import { say } from "./messages.ts";
import { AlikeView, errorWords, RefusedView, WriteView } from "./views.tsx";

const processIn = async (page: Page) => found(await findPublicProcess(page.get("ctx"), slugIn(page)));

const refusalOf = async (ctx: Context, process: Process): Promise<ProposalRefusal | undefined> => {
  if (!takesProposals(await currentPhase(ctx, process))) return "notOpen";
  return may.write(ctx, process, await homeOf(ctx)) ? undefined : "notAllowed";
};

type Shown = {
  readonly form?: Filled;
  readonly alike?: readonly ProposalRow[];
  readonly seen?: boolean;
  readonly refusal?: ProposalRefusal;
  readonly status?: 200 | 409 | 422;
};

const draw = async (page: Page, process: Process, shown: Shown = {}) => {
  const ctx = page.get("ctx");
  const { form = blank, alike = [], seen = false, refusal, status = 200 } = shown;
  const organizations = (await organizationsOf(ctx, signedIn(ctx.actor).id)).filter(
    ({ role }) => role === "representative",
  );
  return page.render(
    <WriteView
      ctx={ctx}
      formKey={page.get("formKey")}
      slug={process.slug}
      process={process}
      organizations={organizations}
      form={form}
      alike={alike}
      seen={seen}
      refusal={refusal}
    />,
    {
      ...processProps(ctx, process, say(ctx)("addHeading"), status),
      hidden: true,
      script: "proposal",
    },
  );
};

const refuse = (page: Page, process: Process, because: ProposalRefusal, status: 200 | 409) => {
  const ctx = page.get("ctx");
  return page.render(
    <RefusedView ctx={ctx} slug={process.slug} because={because} />,
    processProps(ctx, process, say(ctx)("addHeading"), status),
  );
};

/** `/beteiligung/:slug/vorschlaege/neu`: somebody proposes something. */
export const pages = routes()
  .get("/:slug/vorschlaege/neu", async (page) => {
    const process = await processIn(page);
    signedIn(page.get("ctx").actor);
    const because = await refusalOf(page.get("ctx"), process);
    return because ? refuse(page, process, because, 200) : draw(page, process);
  })
  .post("/:slug/vorschlaege/neu", async (page) => {
    const ctx = page.get("ctx");
    const process = await processIn(page);
    signedIn(ctx.actor);
    const because = await refusalOf(ctx, process);
    if (because) return refuse(page, process, because, 409);
    const body = await sent(page);
    const seen = body["gesehen"] === "ja";
    const input = read(ctx, ProposalInput, body, errorWords(ctx));
    if (!input.ok) return draw(page, process, { form: input.form, seen, status: 422 });
    if (isFar(ctx, input.value.point)) {
      const far = say(ctx)("invalid_far", { town: ctx.place.name });
      return draw(page, process, { form: withError(input.form, "point", far), seen, status: 422 });
    }
    const { from, ...words } = input.value;
    if (!seen) {
      const alike = await listAlike(ctx, process.id, words);
      return draw(page, process, { form: input.form, alike, seen: true });
    }
    const outcome = await addProposal(ctx, process, {
      ...wordsOf(words),
      how: "online",
      named: from !== "unnamed",
      organizationId: isId<"organization">(from) ? from : null,
    });
    if (!outcome.ok)
      return draw(page, process, { form: input.form, seen, refusal: outcome.because, status: 409 });
    return seeOther(page, paths.proposal(process.slug, outcome.value.number), "eingereicht");
  })
  .get("/:slug/vorschlaege/aehnlich", async (page) => {
    const ctx = page.get("ctx");
    const process = await processIn(page);
    const { title = "", words = "" } = asked(page);
    const alike = await listAlike(ctx, process.id, {
      title: String(title).slice(0, 200),
      words: String(words).slice(0, 1_000),
    });
    return page.render(
      <AlikeView ctx={ctx} formKey={page.get("formKey")} slug={process.slug} alike={alike} />,
      { ...processProps(ctx, process, say(ctx)("alikeTyping")), hidden: true },
    );
  });
