import { allow, found } from "#core/errors.ts";
import { blank, type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganizationBySlug } from "#modules/organizations/queries.ts";
import { ClaimDecision, ClaimInput, claimOrganization, decideClaim } from "./commands.ts";
import { say } from "./messages.ts";
import { listClaims } from "./queries.ts";
import { ClaimPage, ClaimsPage, noticeOf } from "./views.tsx";

const showClaim = async (page: Page, form: Filled, status: 200 | 409 | 422 = 200) => {
  const ctx = page.get("ctx");
  const organization = found(await findOrganizationBySlug(ctx, slugIn(page)));
  const notice = status === 409 ? "already" : page.req.query("hinweis") === "sent" ? "sent" : undefined;
  return page.render(
    <ClaimPage
      ctx={ctx}
      organization={organization}
      form={form}
      formKey={page.get("formKey")}
      notice={notice}
    />,
    {
      title: say(ctx)("title"),
      hidden: true,
      status,
      crumbs: [{ href: paths.show(organization.slug), label: organization.name }],
    },
  );
};

/** /organisationen/:slug/das-sind-wir */
export const publicPages = routes()
  .get("/:slug/das-sind-wir", (page) => showClaim(page, blank))
  .post("/:slug/das-sind-wir", async (page) => {
    const ctx = page.get("ctx");
    const organization = found(await findOrganizationBySlug(ctx, slugIn(page)));
    allow(may.claim(ctx, organization));
    const input = read(ctx, ClaimInput, await sent(page));
    if (!input.ok) return showClaim(page, input.form, 422);
    const outcome = await claimOrganization(ctx, organization.id, input.value.words);
    if (!outcome.ok) return showClaim(page, input.form, 409);
    return seeOther(page, paths.claim(organization.slug), "sent");
  });

const showClaims = async (page: Page, wrong?: { id: string; form: Filled }) => {
  const ctx = page.get("ctx");
  allow(may.decideClaims(ctx));
  const notice = noticeOf(page.req.query("hinweis"));
  return page.render(
    <ClaimsPage
      ctx={ctx}
      claims={await listClaims(ctx)}
      formKey={page.get("formKey")}
      notice={notice}
      wrong={wrong}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status: wrong ? 422 : 200,
      crumbs: [{ href: paths.office, label: say(ctx)("organizations") }],
    },
  );
};

/** /buero/organisationen/anmeldungen */
export const officePages = routes()
  .get("/", (page) => showClaims(page))
  .post("/:id", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"claim">(page);
    allow(may.decideClaims(ctx));
    const body = { decision: "granted", ...(await sent(page)) };
    const input = read(ctx, ClaimDecision, body, { reasonMissing: say(ctx)("reasonMissing") });
    if (!input.ok) return showClaims(page, { id, form: input.form });
    const outcome = await decideClaim(ctx, id, input.value);
    return seeOther(page, paths.claims, outcome.ok ? input.value.decision : outcome.because);
  });
