import { type Filled, filledWith, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { changeOrganization, Identity, Reach } from "#modules/organizations/commands.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { say } from "#modules/organizations/profile/messages.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { PartPage } from "./views.tsx";

type Part = "wir" | "erreichbar";
const schemas = { wir: Identity, erreichbar: Reach } as const;

const frame = (page: Page, desk: Desk) => ({
  area: desk === "office" ? ("office" as const) : ("public" as const),
  hidden: true,
  crumbs: [{ href: edit[desk].list, label: say(page.get("ctx"))(desk === "office" ? "office" : "yours") }],
});

const showPart = (
  page: Page,
  desk: Desk,
  part: Part,
  organization: Organization,
  form: Filled,
  status: 200 | 422 = 200,
) => {
  const ctx = page.get("ctx");
  const { crumbs, ...rest } = frame(page, desk);
  return page.render(
    <PartPage
      ctx={ctx}
      desk={desk}
      part={part}
      organization={organization}
      form={form}
      formKey={page.get("formKey")}
    />,
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

/** …/:id/wir and …/:id/erreichbar, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
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
