import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { say } from "#modules/strategy/amendments/messages.ts";
import { listAmendments } from "#modules/strategy/amendments/queries.ts";
import { ListView } from "#modules/strategy/amendments/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { findOpenVersion, listParagraphs } from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { AmendmentInput, proposeAmendment } from "./commands.ts";
import { namesOf } from "./queries.ts";
import { ChooseView, FormView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: paths.amendments, label: say(page.var.ctx)("heading") }];

const showForm = async (page: Page, paragraphId: string, form?: Filled, refusal?: string) => {
  const { ctx, formKey } = page.var;
  const words = say(ctx);
  const version = await findOpenVersion(ctx);
  if (!version)
    return page.render(<ListView ctx={ctx} rows={await listAmendments(ctx)} open={undefined} />, {
      ...publicProps(ctx, words("heading")),
      status: refusal ? 409 : 200,
    });
  const paragraphs = await listParagraphs(ctx, version.id);
  const props = publicProps(ctx, words("propose"), crumbs(page));
  if (paragraphId === "")
    return page.render(<ChooseView ctx={ctx} version={version} paragraphs={paragraphs} />, props);
  const paragraph = found(paragraphs.find(({ id }) => id === paragraphId));
  return page.render(
    <FormView
      ctx={ctx}
      formKey={formKey}
      version={version}
      paragraph={paragraph}
      {...(await namesOf(ctx))}
      form={form}
      refusal={refusal}
    />,
    { ...props, status: refusal ? 409 : form ? 422 : 200 },
  );
};

/** `/strategie/aenderungen/neu`: the paragraph is written as it should read. */
export const pages = routes()
  .get("/neu", (page) => {
    allow(may.amend(page.var.ctx));
    return showForm(page, page.req.query("absatz") ?? "");
  })
  .post("/neu", async (page) => {
    const { ctx } = page.var;
    allow(may.amend(ctx));
    const fields = await sent(page);
    const input = read(ctx, AmendmentInput, fields);
    const paragraphId = String(fields["paragraphId"] ?? "");
    if (!input.ok) return showForm(page, paragraphId, input.form);
    const outcome = await proposeAmendment(ctx, input.value);
    if (!outcome.ok) return showForm(page, paragraphId, input.form, say(ctx)(`refused_${outcome.because}`));
    return seeOther(page, paths.amendment(outcome.value.number), "neu");
  });
