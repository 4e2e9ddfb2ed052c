import { allow, Forbidden, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { may as mayConsort } from "#modules/consortium/policy.ts";
import { listSeats, ownSeats } from "#modules/consortium/seats/queries.ts";
import { findAmendmentByNumber } from "#modules/strategy/amendments/queries.ts";
import { ChangeShown } from "#modules/strategy/amendments/views.tsx";
import { say as sayPackage } from "#modules/strategy/package/messages.ts";
import { giveStance, StanceInput } from "#modules/strategy/packages/commands.ts";
import {
  findPackageByNumber,
  listAmendmentStances,
  listPackageStances,
} from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { listAsked } from "./queries.ts";
import { AskedView, StanceView, type Subject } from "./views.tsx";

/** The seats for which the asker can speak: the own ones; all for whoever writes down what was said. */
const seatsFor = async (page: Page) => {
  const { ctx } = page.var;
  const own = await ownSeats(ctx);
  const seats = may.run(ctx) ? (await listSeats(ctx)).filter(({ voting }) => voting) : own;
  if (seats.length === 0 && !may.run(ctx)) throw new Forbidden();
  return { seats, own };
};

const numberIn = (page: Page): number => Number(page.req.param("number"));

type Find = (page: Page) => Promise<Subject>;

const findPackage: Find = async (page) => {
  const { ctx } = page.var;
  const { id, number, title, words, state } = found(await findPackageByNumber(ctx, numberIn(page)));
  return {
    on: { packageId: id },
    label: sayPackage(ctx)("number", { number }),
    title,
    lead: words,
    open: state === "open",
    path: paths.package(number),
    action: paths.packageStance(number),
    next: sayPackage(ctx)("next"),
    over: sayPackage(ctx)("over"),
    stances: await listPackageStances(ctx, id),
  };
};

const findAmendment: Find = async (page) => {
  const { ctx } = page.var;
  const row = found(await findAmendmentByNumber(ctx, numberIn(page)));
  const label = sayPackage(ctx)("offer_amendment", row);
  return {
    on: { amendmentId: row.id },
    label: row.version,
    title: label,
    lead: row.reason,
    shown: <ChangeShown ctx={ctx} row={row} />,
    open: row.state === "open",
    path: paths.amendment(row.number),
    action: paths.amendmentStance(row.number),
    next: say(ctx)("amendmentNext"),
    over: say(ctx)("amendmentOver"),
    stances: await listAmendmentStances(ctx, row.id),
  };
};

const show = async (page: Page, find: Find, form?: Filled, refused = false) => {
  const { ctx, formKey } = page.var;
  const { seats, own } = await seatsFor(page);
  const subject = await find(page);
  return page.render(
    <StanceView
      ctx={ctx}
      formKey={formKey}
      subject={subject}
      seats={seats}
      own={own[0]?.id}
      form={form}
      saved={page.req.query("hinweis") === "gesagt"}
    />,
    {
      ...publicProps(ctx, say(ctx)("heading"), [{ href: subject.path, label: subject.title }]),
      status: refused ? 409 : form ? 422 : 200,
    },
  );
};

const give = async (page: Page, find: Find) => {
  const { ctx } = page.var;
  await seatsFor(page);
  const { on, action } = await find(page);
  const input = read(ctx, StanceInput, await sent(page));
  if (!input.ok) return show(page, find, input.form);
  const outcome = await giveStance(ctx, on, input.value);
  if (!outcome.ok) return show(page, find, input.form, true);
  return seeOther(page, action, "gesagt");
};

/** `/mein/strategie/pakete`: what waits for the word of a seat, and its word on one package. */
export const packagePages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    const own = await ownSeats(ctx);
    allow(own.length > 0 || mayConsort.read(ctx));
    return page.render(<AskedView ctx={ctx} asked={await listAsked(ctx, own)} />, {
      ...publicProps(ctx, say(ctx)("heading")),
      hidden: true,
    });
  })
  .get("/:number{[0-9]{1,6}}", (page) => show(page, findPackage))
  .post("/:number{[0-9]{1,6}}", (page) => give(page, findPackage));

/** `/mein/strategie/aenderungen/:number`: the word of a seat on one amendment. */
export const amendmentPages = routes()
  .get("/:number{[0-9]{1,6}}", (page) => show(page, findAmendment))
  .post("/:number{[0-9]{1,6}}", (page) => give(page, findAmendment));
