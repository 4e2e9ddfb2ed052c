import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { officeConsentPages, ownConsentPages } from "./pages.tsx";

export const consents: Module = {
  name: "people/consents",
  pages: { [paths.myConsents]: ownConsentPages, [paths.people]: officeConsentPages },
};
