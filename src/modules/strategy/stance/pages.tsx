import { Forbidden, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { listSeats, ownSeats } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/strategy/package/messages.ts";
import { giveStance, StanceInput } from "#modules/strategy/packages/commands.ts";
import { findPackageByNumber, listPackageStances } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { StanceView } from "./views.tsx";

/** The seats for which the asker can speak: the own ones; all for whoever writes down what was said. */
const seatsFor = async (page: Page) => {
  const { ctx } = page.var;
  const own = await ownSeats(ctx);
  const seats = may.run(ctx) ? (await listSeats(ctx)).filter(({ voting }) => voting) : own;
  if (seats.length === 0 && !may.run(ctx)) throw new Forbidden();
  return { seats, own };
};

const packageIn = async (page: Page) =>
  found(await findPackageByNumber(page.var.ctx, Number(page.req.param("number"))));

const show = async (page: Page, form?: Filled, refused = false) => {
  const { ctx, formKey } = page.var;
  const { seats, own } = await seatsFor(page);
  const row = await packageIn(page);
  return page.render(
    <StanceView
      ctx={ctx}
      formKey={formKey}
      row={row}
      seats={seats}
      own={own[0]?.id}
      stances={await listPackageStances(ctx, row.id)}
      form={form}
      saved={page.req.query("hinweis") === "gesagt"}
    />,
    {
      ...publicProps(ctx, row.title, [{ href: paths.package(row.number), label: say(ctx)("number", row) }]),
      status: refused ? 409 : form ? 422 : 200,
    },
  );
};

/** `/mein/strategie/pakete/:number`: a seat says whether it can live with a package. */
export const pages = routes()
  .get("/:number{[0-9]{1,6}}", (page) => show(page))
  .post("/:number{[0-9]{1,6}}", async (page) => {
    const { ctx } = page.var;
    await seatsFor(page);
    const { id, number } = await packageIn(page);
    const input = read(ctx, StanceInput, await sent(page));
    if (!input.ok) return show(page, input.form);
    const outcome = await giveStance(ctx, { packageId: id }, input.value);
    if (!outcome.ok) return show(page, input.form, true);
    return seeOther(page, paths.packageStance(number), "gesagt");
  });
