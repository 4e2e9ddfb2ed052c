import { signedIn } from "#core/actor.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { hideOrganization, verifyOrganization } from "#modules/organizations/commands.ts";
import { type Desk, edit, paths } from "#modules/organizations/paths.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { say } from "./messages.ts";
import { findOverview } from "./queries.ts";
import { noticeOf, OverviewPage, OwnPage } from "./views.tsx";

const frame = (page: Page, desk: Desk) => ({
  area: desk === "office" ? ("office" as const) : ("public" as const),
  hidden: true,
  crumbs: [{ href: edit[desk].list, label: say(page.get("ctx"))(desk === "office" ? "office" : "yours") }],
});

/** The desk of one organization, seen by its own people or by the office. */
const deskPages = (desk: Desk) =>
  routes().get("/:id{[0-9a-f-]{36}}", async (page) => {
    const ctx = page.get("ctx");
    const overview = await findOverview(ctx, idIn<"organization">(page));
    const notice = noticeOf(page.req.query("hinweis"));
    return page.render(
      <OverviewPage
        ctx={ctx}
        desk={desk}
        overview={overview}
        formKey={page.get("formKey")}
        notice={notice}
      />,
      { ...frame(page, desk), title: overview.organization.name },
    );
  });

/** /mein/organisationen */
export const minePages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const organizations = await organizationsOf(ctx, signedIn(ctx.actor).id);
    return page.render(<OwnPage ctx={ctx} organizations={organizations} />, {
      title: say(ctx)("yours"),
      hidden: true,
    });
  })
  .route("/", deskPages("mine"));

/** /buero/organisationen/:id */
export const officePages = deskPages("office")
  .post("/:id/bestaetigung", async (page) => {
    const id = idIn<"organization">(page);
    await verifyOrganization(page.get("ctx"), id);
    return seeOther(page, paths.record(id), "verified");
  })
  .post("/:id/sichtbarkeit", async (page) => {
    const id = idIn<"organization">(page);
    const hidden = (await sent(page))["hidden"] === "yes";
    await hideOrganization(page.get("ctx"), id, hidden);
    return seeOther(page, paths.record(id), hidden ? "hidden" : "shown");
  });
