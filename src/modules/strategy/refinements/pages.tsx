import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { AmendmentInput, proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { namesOf } from "#modules/strategy/amending/queries.ts";
import { say as sayAmendment } from "#modules/strategy/amendments/messages.ts";
import { type AmendmentRow, findAmendmentByNumber } from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { ImproveView } from "./views.tsx";

const amendmentIn = async (page: Page): Promise<AmendmentRow> =>
  found(await findAmendmentByNumber(page.var.ctx, Number(page.req.param("number"))));

const showForm = async (page: Page, form?: Filled, refusal?: string) => {
  const { ctx, formKey } = page.var;
  allow(may.amend(ctx));
  const row = await amendmentIn(page);
  return page.render(
    <ImproveView
      ctx={ctx}
      formKey={formKey}
      row={row}
      form={form}
      refusal={refusal}
      {...(await namesOf(ctx))}
    />,
    {
      ...publicProps(ctx, say(ctx)("improve"), [
        { href: paths.amendments, label: sayAmendment(ctx)("heading") },
        { href: paths.amendment(row.number), label: sayAmendment(ctx)("number", row) },
      ]),
      status: refusal ? 409 : form ? 422 : 200,
    },
  );
};

/** `/strategie/aenderungen/:number/verbessern`: other words for an amendment. */
export const pages = routes()
  .get("/:number{[0-9]{1,6}}/verbessern", (page) => showForm(page))
  .post("/:number{[0-9]{1,6}}/verbessern", async (page) => {
    const { ctx } = page.var;
    allow(may.amend(ctx));
    const row = await amendmentIn(page);
    const input = read(ctx, AmendmentInput, { ...(await sent(page)), action: "change", amends: row.id });
    if (!input.ok) return showForm(page, input.form);
    const outcome = await proposeAmendment(ctx, input.value);
    if (!outcome.ok) return showForm(page, input.form, sayAmendment(ctx)(`refused_${outcome.because}`));
    return seeOther(page, paths.amendment(outcome.value.number), "neu");
  });
