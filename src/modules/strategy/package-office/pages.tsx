import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { listAmendments } from "#modules/strategy/amendments/queries.ts";
import { say as sayPackage } from "#modules/strategy/package/messages.ts";
import {
  addPackage,
  EndInput,
  type EndRefusal,
  endPackage,
  PackageInput,
  type PackageRefusal,
} from "#modules/strategy/packages/commands.ts";
import {
  bundledIn,
  findPackage,
  listPackageStances,
  listPackages,
  obstaclesOf,
} from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { findNegotiatedVersion } from "#modules/strategy/texts/queries.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { type ReminderRefusal, remindSeats } from "./commands.ts";
import { say } from "./messages.ts";
import { ListView, NewView, OneView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: paths.officePackages, label: sayPackage(page.var.ctx)("heading") }];

type Problem<Refusal> = { readonly form?: Filled; readonly refusal?: Refusal };

const statusOf = ({ form, refusal }: Problem<string>) => (refusal ? 409 : form ? 422 : 200);

const showNew = async (page: Page, problem: Problem<PackageRefusal> = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const version = await findNegotiatedVersion(ctx);
  const open = version ? await listAmendments(ctx, { version: version.id, states: ["open"] }) : [];
  const bundled = version ? await bundledIn(ctx, version.id) : new Set<string>();
  const amendments = open.filter(({ id }) => !bundled.has(id));
  return page.render(
    <NewView
      ctx={ctx}
      formKey={formKey}
      version={version}
      amendments={amendments}
      elsewhere={open.length - amendments.length}
      {...problem}
    />,
    officeProps(ctx, say(ctx)("add"), statusOf(problem), crumbs(page)),
  );
};

const packageIn = async (page: Page) => {
  allow(may.run(page.var.ctx));
  return found(await findPackage(page.var.ctx, idIn<"amendmentPackage">(page)));
};

const notices = ["neu", "ende", "erinnert"] as const;

const showOne = async (page: Page, problem: Problem<EndRefusal | ReminderRefusal> = {}) => {
  const { ctx, formKey } = page.var;
  const row = await packageIn(page);
  const heard = page.req.query("hinweis");
  return page.render(
    <OneView
      ctx={ctx}
      formKey={formKey}
      row={row}
      seats={(await listSeats(ctx)).filter(({ voting }) => voting)}
      stances={await listPackageStances(ctx, row.id)}
      obstacles={row.state === "open" ? await obstaclesOf(ctx, row) : undefined}
      notice={notices.find((one) => one === heard)}
      {...problem}
    />,
    officeProps(ctx, row.title, statusOf(problem), crumbs(page)),
  );
};

/** `/buero/strategie/pakete`: amendments are tied together, and the package ends. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(
      <ListView ctx={ctx} packages={await listPackages(ctx)} />,
      officeProps(ctx, sayPackage(ctx)("heading")),
    );
  })
  .get("/neu", (page) => showNew(page))
  .post("/neu", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const version = await findNegotiatedVersion(ctx);
    const input = read(ctx, PackageInput, await sent(page));
    if (!input.ok) return showNew(page, { form: input.form });
    if (!version) return showNew(page, { form: input.form, refusal: "elsewhere" });
    const outcome = await addPackage(ctx, version.id, input.value);
    if (!outcome.ok) return showNew(page, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officePackage(outcome.value.id), "neu");
  })
  .get("/:id", (page) => showOne(page))
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    const { id } = await packageIn(page);
    const input = read(ctx, EndInput, await sent(page));
    if (!input.ok) return showOne(page, { form: input.form });
    const outcome = await endPackage(ctx, id, input.value.state, input.value.words);
    if (!outcome.ok) return showOne(page, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.officePackage(id), "ende");
  })
  .post("/:id/erinnerung", async (page) => {
    const { id } = await packageIn(page);
    const outcome = await remindSeats(page.var.ctx, id);
    if (!outcome.ok) return showOne(page, { refusal: outcome.because });
    return seeOther(page, paths.officePackage(id), "erinnert");
  });
