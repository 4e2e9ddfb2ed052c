import { found } from "#core/errors.ts";
import { listProfileParts } from "#core/profile.ts";
import { routes, slugIn } from "#core/web.ts";
import { listContactPoints } from "#modules/organizations/contacts/queries.ts";
import { paths } from "#modules/organizations/paths.ts";
import { findOrganizationBySlug, findSurvivor } from "#modules/organizations/queries.ts";
import { listSpeakers } from "#modules/organizations/representatives/queries.ts";
import { listServices } from "#modules/organizations/services/queries.ts";
import { listSites } from "#modules/organizations/sites/queries.ts";
import { say } from "./messages.ts";
import { ProfilePage } from "./views.tsx";

/** /organisationen/:slug */
export const pages = routes().get("/:slug", async (page) => {
  const ctx = page.get("ctx");
  const slug = slugIn(page);
  const organization = await findOrganizationBySlug(ctx, slug);
  if (!organization) return page.redirect(paths.show(found(await findSurvivor(ctx, slug))), 301);
  const profile = {
    organization,
    contacts: await listContactPoints(ctx, organization.id),
    sites: await listSites(ctx, organization.id),
    services: await listServices(ctx, organization.id),
    spokenFor: (await listSpeakers(ctx, organization.id)).length > 0,
    parts: await listProfileParts(ctx, organization),
  };
  return page.render(<ProfilePage ctx={ctx} profile={profile} />, {
    title: organization.name,
    description: organization.summary,
    crumbs: [{ href: paths.list, label: say(ctx)("organizations") }],
    hidden: organization.hiddenAt !== null,
  });
});
