import { signedIn } from "#core/actor.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { changeOrganization, hideOrganization, Identity, Reach, verifyOrganization } from "#modules/organizations/commands.ts";
import { type Desk, edit, paths } from "#modules/organizations/paths.ts";
import { openOrganization, organizationsOf } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { say } from "./messages.ts";
import { findOverview } from "./queries.ts";
import { noticeOf, OverviewPage, OwnPage, PartPage } from "./views.tsx";

type Part = "wir" | "erreichbar";
const schemas = { wir: Identity, erreichbar: Reach } as const;

const frame = (page: Page, desk: Desk) => ({
  area: desk === "office" ? ("office" as const) : ("public" as const),
  hidden: true,
  crumbs: [{ href: edit[desk].list, label: say(page.get("ctx"))(desk === "office" ? "office" : "yours") }],
});

const showPart = (page: Page, desk: Desk, part: Part, organization: Organization, form: Filled, status: 200 | 422 = 200) => {
  const ctx = page.get("ctx");
  const { crumbs, ...rest } = frame(page, desk);
  return page.render(
    <PartPage ctx={ctx} desk={desk} part={part} organization={organization} form={form} formKey={page.get("formKey")} />,
    {
      ...rest,
      crumbs: [...crumbs, { href: edit[desk].profile(organization.id), label: organization.name }],
      title: say(ctx)(part === "wir" ? "identity" : "reach"),
      status,
    },
  );
};

const change = async (page: Page, desk: Desk, part: Part) => {
  const ctx = page.get("ctx");
  const organization = await openOrganization(ctx, idIn<"organization">(page));
  const body = await sent(page);
  const input = part === "wir" ? read(ctx, schemas.wir, body) : read(ctx, schemas.erreichbar, body);
  if (!input.ok) return showPart(page, desk, part, organization, input.form, 422);
  const changed = await changeOrganization(ctx, organization.id, input.value);
  return seeOther(page, edit[desk].profile(organization.id), changed.length > 0 ? "saved" : "nothing");
};

/** The desk of one organization, seen by its own people or by the office. */
const deskPages = (desk: Desk) =>
  routes()
    .get("/:id{[0-9a-f-]{36}}", async (page) => {
      const ctx = page.get("ctx");
      const overview = await findOverview(ctx, idIn<"organization">(page));
      const notice = noticeOf(page.req.query("hinweis"));
      return page.render(
        <OverviewPage ctx={ctx} desk={desk} overview={overview} formKey={page.get("formKey")} notice={notice} />,
        { ...frame(page, desk), title: overview.organization.name },
      );
    })
    .get("/:id/wir", async (page) => {
      const organization = await openOrganization(page.get("ctx"), idIn<"organization">(page));
      return showPart(page, desk, "wir", organization, filledWith(organization));
    })
    .get("/:id/erreichbar", async (page) => {
      const organization = await openOrganization(page.get("ctx"), idIn<"organization">(page));
      return showPart(page, desk, "erreichbar", organization, filledWith(organization));
    })
    .post("/:id/wir", (page) => change(page, desk, "wir"))
    .post("/:id/erreichbar", (page) => change(page, desk, "erreichbar"));

/** /mein/organisationen */
export const minePages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const organizations = await organizationsOf(ctx, signedIn(ctx.actor).id);
    return page.render(<OwnPage ctx={ctx} organizations={organizations} />, { title: say(ctx)("yours"), hidden: true });
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
