import { allow, found } from "#core/errors.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProposal, listAuthors, listProposals } from "#modules/participation/proposals/queries.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { addPaperSupports } from "#modules/participation/supports/commands.ts";
import { listPaperSupports } from "#modules/participation/supports/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { isFar } from "#modules/participation/writing/commands.ts";
import { say as writing } from "#modules/participation/writing/messages.ts";
import { errorWords } from "#modules/participation/writing/views.tsx";
import { addPaperProposal, PaperInput, type PaperRefusal, SignaturesInput } from "./commands.ts";
import { say } from "./messages.ts";
import { listThemes } from "./queries.ts";
import { OfficeListView, PaperView, SignaturesView } from "./views.tsx";

const mostListed = 500;

const processIn = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, process: found(await findProcess(ctx, idIn<"process">(page))) };
};

type Problem<Refusal> = { readonly form?: Filled; readonly refusal?: Refusal };
const statusOf = ({ form, refusal }: Problem<string>) => (refusal ? 409 : form ? 422 : 200);

const showPaper = async (page: Page, problem: Problem<PaperRefusal> = {}) => {
  const { ctx, process } = await processIn(page);
  return page.render(
    <PaperView
      ctx={ctx}
      formKey={page.get("formKey")}
      process={process}
      themes={await listThemes(ctx)}
      {...problem}
    />,
    officeProps(ctx, process, say(ctx)("paperHeading"), statusOf(problem)),
  );
};

const showSignatures = async (page: Page, problem: Problem<"notOpen" | "lessThanNone"> = {}) => {
  const { ctx, process } = await processIn(page);
  const rows = await listProposals(ctx, process.id, { sort: "number", limit: mostListed });
  return page.render(
    <SignaturesView
      ctx={ctx}
      formKey={page.get("formKey")}
      process={process}
      rows={rows}
      lists={
        await listPaperSupports(
          ctx,
          rows.map(({ id }) => id),
        )
      }
      {...problem}
    />,
    officeProps(ctx, process, say(ctx)("signaturesHeading"), statusOf(problem)),
  );
};

/** `/buero/beteiligung/:id/vorschlaege`: proposals in the hand of the office, and what came on paper. */
export const pages = routes()
  .get("/:id/vorschlaege", async (page) => {
    const { ctx, process } = await processIn(page);
    const rows = await listProposals(ctx, process.id, { sort: "number", limit: mostListed });
    const authors = await listAuthors(
      ctx,
      rows.map(({ id }) => id),
    );
    // Those who are not named in public are named here.
    const unnamed = new Set(authors.filter(({ named }) => !named).map(({ personId }) => personId));
    for (const personId of unnamed) looked(page, personId, say(ctx)("looked", process));
    const heard = page.req.query("hinweis");
    return page.render(
      <OfficeListView
        ctx={ctx}
        process={process}
        rows={rows}
        authors={authors}
        notice={heard === "gezaehlt" || heard === "neu" ? heard : undefined}
      />,
      officeProps(ctx, process, say(ctx)("listHeading")),
    );
  })
  .get("/:id/vorschlaege/papier", (page) => showPaper(page))
  .post("/:id/vorschlaege/papier", async (page) => {
    const { ctx, process } = await processIn(page);
    const input = read(ctx, PaperInput, await sent(page), errorWords(ctx));
    if (!input.ok) return showPaper(page, { form: input.form });
    if (isFar(ctx, input.value.point)) {
      const far = writing(ctx)("invalid_far", { town: ctx.place.name });
      return showPaper(page, { form: withError(input.form, "point", far) });
    }
    const outcome = await addPaperProposal(ctx, process, input.value);
    if (!outcome.ok) return showPaper(page, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeProposals(process.id), "neu");
  })
  .get("/:id/vorschlaege/unterschriften", (page) => showSignatures(page))
  .post("/:id/vorschlaege/unterschriften", async (page) => {
    const { ctx, process } = await processIn(page);
    const input = read(ctx, SignaturesInput, await sent(page));
    if (!input.ok) return showSignatures(page, { form: input.form });
    const { proposal: number, ...list } = input.value;
    const proposal = await findProposal(ctx, process.id, number);
    if (!proposal) return showSignatures(page, { form: input.form, refusal: "notOpen" });
    const outcome = await addPaperSupports(ctx, process, proposal.id, list);
    if (!outcome.ok) return showSignatures(page, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeProposals(process.id), "gezaehlt");
  });
