import { found } from "#core/errors.ts";
import { type Page, routes, seeOther } from "#core/web.ts";
import { paths } from "#modules/strategy/paths.ts";
import { findOpenVersion } from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { isAuthor, withdrawAmendment } from "./commands.ts";
import { say } from "./messages.ts";
import { collisionsOf, findAmendmentByNumber, listAmendments } from "./queries.ts";
import { AmendmentView, ListView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: paths.amendments, label: say(page.var.ctx)("heading") }];

const showList = async (page: Page) => {
  const { ctx } = page.var;
  const rows = await listAmendments(ctx);
  return page.render(<ListView ctx={ctx} rows={rows} open={await findOpenVersion(ctx)} />, {
    ...publicProps(ctx, say(ctx)("heading")),
    description: say(ctx)("lead"),
  });
};

const one = async (page: Page) =>
  found(await findAmendmentByNumber(page.var.ctx, Number(page.req.param("number"))));

const showOne = async (page: Page, refusal?: string) => {
  const { ctx, formKey } = page.var;
  const row = await one(page);
  const collisions = collisionsOf(await listAmendments(ctx, { version: row.versionId }));
  const thing = { kind: "amendment", id: row.id };
  const heard = page.req.query("hinweis");
  return page.render(
    <AmendmentView
      ctx={ctx}
      formKey={formKey}
      row={row}
      collisions={collisions.get(row.id) ?? []}
      author={await isAuthor(ctx, row)}
      refusal={refusal}
      notice={heard === "neu" || heard === "zurueck" ? heard : undefined}
    >
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </AmendmentView>,
    {
      ...publicProps(ctx, say(ctx)("number", row), crumbs(page)),
      status: refusal ? 409 : 200,
      hidden: row.state === "submitted" || row.state === "hidden",
    },
  );
};

/** `/strategie/aenderungen`: who wants which sentence to read otherwise. */
export const pages = routes()
  .get("/", showList)
  .get("/:number{[0-9]{1,6}}", (page) => showOne(page))
  .post("/:number{[0-9]{1,6}}/ruecknahme", async (page) => {
    const { ctx } = page.var;
    const row = await one(page);
    const outcome = await withdrawAmendment(ctx, row.id);
    if (!outcome.ok) return showOne(page, say(ctx)(`refused_${outcome.because}`));
    return seeOther(page, paths.amendment(row.number), "zurueck");
  });
