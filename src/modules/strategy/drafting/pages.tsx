import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { markOf } from "#modules/consortium/agenda/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { findVersion, listParagraphs } from "#modules/strategy/texts/queries.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { foreseePaste, hindranceOf, PasteInput, type PasteRefusal, pasteText } from "./commands.ts";
import { say } from "./messages.ts";
import { PasteView } from "./views.tsx";

type Problem = {
  readonly form?: Filled;
  /** What was typed, when it can be looked at. */
  readonly text?: string;
  readonly refusal?: PasteRefusal | undefined;
};

const versionIn = async (page: Page) => {
  allow(may.run(page.var.ctx));
  return found(await findVersion(page.var.ctx, idIn<"strategyVersion">(page)));
};

const show = async (page: Page, { form, text, refusal }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const version = await versionIn(page);
  const there = (await listParagraphs(ctx, version.id)).length;
  const blocks = text === undefined ? undefined : foreseePaste(text);
  const hindrance = refusal ?? (blocks && hindranceOf(blocks, there));
  const status = hindrance ? 409 : form && !blocks ? 422 : 200;
  return page.render(
    <PasteView
      ctx={ctx}
      formKey={formKey}
      version={version}
      there={there}
      form={form}
      blocks={blocks}
      mark={text === undefined ? undefined : markOf(text)}
      refusal={hindrance}
    />,
    officeProps(ctx, say(ctx)("heading"), status, [
      { href: paths.officeVersion(version.id), label: version.title },
    ]),
  );
};

/** `/buero/strategie/fassungen/:id/text`: a long text is pasted, looked at, and kept as paragraphs. */
export const pages = routes()
  .get("/:id/text", (page) => show(page))
  .post("/:id/text", async (page) => {
    const { ctx } = page.var;
    const { id, state } = await versionIn(page);
    const fields = await sent(page);
    const input = read(ctx, PasteInput, fields);
    if (!input.ok) return show(page, { form: input.form });
    const { text } = input.value;
    // What somebody looked at is kept; what they have not seen taken apart is shown first.
    if (fields["seen"] !== markOf(text) || state !== "draft") {
      const refusal = state === "draft" ? undefined : ("fixed" as const);
      return show(page, { form: input.form, text, refusal });
    }
    const outcome = await pasteText(ctx, id, text);
    if (!outcome.ok) return show(page, { form: input.form, text, refusal: outcome.because });
    return seeOther(page, `${paths.officeVersion(id)}#absaetze`, "absatz");
  });
