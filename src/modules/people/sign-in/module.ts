import type { Module } from "#core/module.ts";
import { signInPages, signOutPages } from "./pages.tsx";

export const signIn: Module = {
  name: "people/sign-in",
  pages: { "/anmelden": signInPages, "/abmelden": signOutPages },
};
