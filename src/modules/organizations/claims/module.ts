import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { eraseClaims } from "./commands.ts";
import { officePages, publicPages } from "./pages.tsx";
import { listClaimsOf } from "./queries.ts";

export const organizationsClaims: Module = {
  name: "organizations/claims",
  pages: { [paths.claims]: officePages, [paths.list]: publicPages },
  personalData: {
    show: async (ctx, person) => ({ claims: await listClaimsOf(ctx, person) }),
    erase: eraseClaims,
  },
};
