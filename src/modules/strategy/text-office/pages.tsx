import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import { AdoptionInput, adopt } from "#modules/strategy/adoption/commands.ts";
import { listAmendments } from "#modules/strategy/amendments/queries.ts";
import { moveParagraph } from "#modules/strategy/drafting/commands.ts";
import { listFields } from "#modules/strategy/fields/queries.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import {
  addParagraph,
  addVersion,
  changeParagraph,
  changeVersion,
  OpeningInput,
  openForAmendments,
  ParagraphInput,
  removeParagraph,
  settle,
  VersionInput,
} from "#modules/strategy/texts/commands.ts";
import {
  findVersion,
  listParagraphs,
  listVersions,
  type VersionId,
} from "#modules/strategy/texts/queries.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { heard, NewView, type Refusal, VersionView } from "./views.tsx";

type Problem = { readonly part?: string; readonly form?: Filled; readonly refusal?: Refusal };

const versionIn = async (page: Page) => {
  allow(may.run(page.var.ctx));
  return found(await findVersion(page.var.ctx, idIn<"strategyVersion">(page)));
};

const showNew = async (page: Page, form?: Filled) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(
    <NewView ctx={ctx} formKey={formKey} versions={await listVersions(ctx)} form={form} />,
    officeProps(ctx, say(ctx)("add"), form ? 422 : 200),
  );
};

const resolutionsOnText = async (ctx: Context) =>
  (await listResolutions(ctx)).filter(({ subject }) => subject === "strategy");

const show = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const version = await versionIn(page);
  const decides = version.state === "settling";
  return page.render(
    <VersionView
      ctx={ctx}
      formKey={formKey}
      version={version}
      paragraphs={await listParagraphs(ctx, version.id)}
      amendments={await listAmendments(ctx, { version: version.id })}
      fields={version.state === "draft" ? await listFields(ctx) : []}
      resolutions={decides ? await resolutionsOnText(ctx) : []}
      notice={heard.find((one) => one === page.req.query("hinweis"))}
      {...problem}
    />,
    officeProps(ctx, version.title, problem.refusal ? 409 : problem.form ? 422 : 200),
  );
};

const NewInput = VersionInput.extend({ basedOn: z.string().optional() });
const StateInput = z.object({ step: z.enum(["open", "settle"]) });

const turn = async (page: Page, id: VersionId) => {
  const { ctx } = page.var;
  const fields = await sent(page);
  const step = read(ctx, StateInput, fields);
  if (!step.ok) return show(page, { part: "opening", form: step.form });
  if (step.value.step === "settle") {
    const outcome = await settle(ctx, id);
    return outcome.ok
      ? seeOther(page, paths.officeVersion(id), "stand")
      : show(page, { refusal: outcome.because });
  }
  const input = read(ctx, OpeningInput, fields);
  if (!input.ok) return show(page, { part: "opening", form: input.form });
  const outcome = await openForAmendments(ctx, id, input.value.until);
  if (!outcome.ok) return show(page, { part: "opening", form: input.form, refusal: outcome.because });
  return seeOther(page, paths.officeVersion(id), "stand");
};

/** `/buero/strategie/fassungen`: the text is written, opened for amendments, brought together and adopted. */
export const pages = routes()
  .get("/neu", (page) => showNew(page))
  .post("/neu", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, NewInput, await sent(page));
    if (!input.ok) return showNew(page, input.form);
    const { basedOn, ...version } = input.value;
    const base = (await listVersions(ctx)).find(({ id }) => id === basedOn);
    const { id } = await addVersion(ctx, version, base && { basedOn: base.id });
    return seeOther(page, paths.officeVersion(id), "neu");
  })
  .get("/:id", (page) => show(page))
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    const version = await versionIn(page);
    const fixed = version.state === "draft" ? {} : { title: version.title, vision: version.vision };
    const input = read(ctx, VersionInput, { ...(await sent(page)), ...fixed });
    if (!input.ok) return show(page, { part: "words", form: input.form });
    await changeVersion(ctx, version.id, input.value);
    return seeOther(page, paths.officeVersion(version.id), "gespeichert");
  })
  .post("/:id/stand", async (page) => turn(page, (await versionIn(page)).id))
  .post("/:id/absaetze", async (page) => {
    const { ctx } = page.var;
    const { id } = await versionIn(page);
    const input = read(ctx, ParagraphInput, await sent(page));
    if (!input.ok) return show(page, { part: "paragraph", form: input.form });
    const outcome = await addParagraph(ctx, id, input.value);
    if (!outcome.ok) return show(page, { part: "paragraph", form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeVersion(id), "absatz");
  })
  .post("/:id/absaetze/:paragraph", async (page) => {
    const { ctx } = page.var;
    const { id } = await versionIn(page);
    const asked = idIn<"paragraph">(page, "paragraph");
    const { id: paragraph } = found((await listParagraphs(ctx, id)).find((row) => row.id === asked));
    const fields = await sent(page);
    if (fields["step"] === "remove") {
      const outcome = await removeParagraph(ctx, id, paragraph);
      return outcome.ok
        ? seeOther(page, paths.officeVersion(id), "absatz")
        : show(page, { refusal: outcome.because });
    }
    if (fields["step"] === "up" || fields["step"] === "down") {
      const outcome = await moveParagraph(ctx, id, paragraph, fields["step"]);
      return outcome.ok
        ? seeOther(page, `${paths.officeVersion(id)}#p-${paragraph}`, "absatz")
        : show(page, { refusal: outcome.because });
    }
    const input = read(ctx, ParagraphInput, fields);
    if (!input.ok) return show(page, { part: paragraph, form: input.form });
    const outcome = await changeParagraph(ctx, id, paragraph, input.value);
    if (!outcome.ok) return show(page, { refusal: outcome.because });
    return seeOther(page, paths.officeVersion(id), "absatz");
  })
  .post("/:id/zusammenfuehrung", async (page) => {
    const { ctx } = page.var;
    const { id } = await versionIn(page);
    const input = read(ctx, VersionInput, await sent(page));
    if (!input.ok) return show(page, { part: "merging", form: input.form });
    const outcome = await mergeVersion(ctx, id, input.value);
    if (!outcome.ok) return show(page, { part: "merging", form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeVersion(outcome.value.id), "zusammen");
  })
  .post("/:id/beschluss", async (page) => {
    const { ctx } = page.var;
    const { id } = await versionIn(page);
    const input = read(ctx, AdoptionInput, await sent(page));
    if (!input.ok) return show(page, { part: "adoption", form: input.form });
    const outcome = await adopt(ctx, id, input.value.resolutionId);
    if (!outcome.ok) return show(page, { part: "adoption", form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeVersion(id), "beschlossen");
  });
