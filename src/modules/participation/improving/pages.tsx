import { signedIn } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, filledWith, read, withError } from "#core/input.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { editProposal, withdrawProposal } from "#modules/participation/proposals/commands.ts";
import { isAuthor, mayEdit } from "#modules/participation/proposals/policy.ts";
import { findProposal, listAuthors, listPictures } from "#modules/participation/proposals/queries.ts";
import { currentPhase, findPublicProcess } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import {
  addPicture,
  isFar,
  removePicture,
  WordsInput,
  wordsOf,
} from "#modules/participation/writing/commands.ts";
import { say as writing } from "#modules/participation/writing/messages.ts";
import { errorWords, formOf } from "#modules/participation/writing/views.tsx";
import { say } from "./messages.ts";
import { ImproveView, notices } from "./views.tsx";

// Whoever may not change it learns so before anything else; what is no longer open is said in words.
const proposalIn = async (page: Page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const proposal = found(await findProposal(ctx, process.id, Number(page.req.param("number"))));
  signedIn(ctx.actor);
  const authors = await listAuthors(ctx, [proposal.id]);
  allow(mayEdit(ctx, { how: proposal.how, state: "published" }, authors, "collect"));
  const open = mayEdit(ctx, proposal, authors, await currentPhase(ctx, process));
  return { ctx, process, proposal, authors, open };
};

type Problem = { readonly form?: Filled; readonly pictureForm?: Filled; readonly refused?: boolean };

const show = async (page: Page, problem: Problem = {}) => {
  const { ctx, process, proposal, authors, open } = await proposalIn(page);
  const heard = page.req.query("hinweis");
  const status = problem.refused ? 409 : problem.form || problem.pictureForm ? 422 : 200;
  return page.render(
    <ImproveView
      ctx={ctx}
      formKey={page.get("formKey")}
      process={process}
      proposal={proposal}
      pictures={await listPictures(ctx, proposal.id)}
      form={problem.form ?? formOf(ctx, proposal)}
      pictureForm={problem.pictureForm}
      shared={authors.length > 1 && isAuthor(ctx, authors)}
      refusal={open && !problem.refused ? undefined : "notOpen"}
      notice={notices.find((one) => one === heard)}
    />,
    { ...processProps(ctx, process, say(ctx)("editHeading"), status), hidden: true, script: "proposal" },
  );
};

const picture = async (page: Page, fields: Record<string, unknown>) => {
  const { ctx, process, proposal } = await proposalIn(page);
  const words = say(ctx);
  const [file, alternativeText] = [fields["bild"], String(fields["alt"] ?? "")];
  const form = filledWith({ alt: alternativeText });
  if (!(file instanceof File) || file.size === 0)
    return show(page, { pictureForm: withError(form, "bild", words("fileMissing")) });
  const outcome = await addPicture(ctx, process, proposal.id, { file, alternativeText });
  if (outcome.ok)
    return seeOther(page, `${paths.editProposal(process.slug, proposal.number)}#bilder`, "bild");
  if (outcome.because === "notOpen") return show(page, { refused: true });
  const field = outcome.because === "noAlternativeText" ? "alt" : "bild";
  return show(page, { pictureForm: withError(form, field, words(`refused_${outcome.because}`)) });
};

/** `/beteiligung/:slug/vorschlaege/:number/bearbeiten`: its authors improve a proposal. */
export const pages = routes()
  .get("/:slug/vorschlaege/:number{[0-9]{1,6}}/bearbeiten", (page) => show(page))
  .post("/:slug/vorschlaege/:number{[0-9]{1,6}}/bearbeiten", async (page) => {
    const { ctx, process, proposal } = await proposalIn(page);
    const fields = await sent(page);
    const address = paths.editProposal(process.slug, proposal.number);
    if (fields["aktion"] === "bild") return picture(page, fields);
    if (fields["aktion"] === "bildweg") {
      const id = String(fields["bild"] ?? "");
      if (!isId<"proposalPicture">(id)) return seeOther(page, address);
      const outcome = await removePicture(ctx, process, proposal.id, id);
      return outcome.ok ? seeOther(page, `${address}#bilder`, "bildweg") : show(page, { refused: true });
    }
    const input = read(ctx, WordsInput, fields, errorWords(ctx));
    if (!input.ok) return show(page, { form: input.form });
    if (isFar(ctx, input.value.point)) {
      const far = writing(ctx)("invalid_far", { town: ctx.place.name });
      return show(page, { form: withError(input.form, "point", far) });
    }
    const outcome = await editProposal(ctx, process, proposal.id, wordsOf(input.value));
    if (!outcome.ok) return show(page, { form: input.form, refused: true });
    return seeOther(page, paths.proposal(process.slug, proposal.number), "gespeichert");
  })
  .post("/:slug/vorschlaege/:number{[0-9]{1,6}}/ruecknahme", async (page) => {
    const { ctx, process, proposal } = await proposalIn(page);
    const outcome = await withdrawProposal(ctx, process, proposal.id);
    if (!outcome.ok) return show(page, { refused: true });
    const notice = outcome.value.withdrawn ? "zurueckgezogen" : "verlassen";
    return seeOther(page, paths.proposal(process.slug, proposal.number), notice);
  });
