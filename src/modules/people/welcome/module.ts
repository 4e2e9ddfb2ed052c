import type { Module } from "#core/module.ts";
import { welcomePages } from "./pages.tsx";

export const welcome: Module = { name: "people/welcome", pages: { "/anmelden": welcomePages } };
