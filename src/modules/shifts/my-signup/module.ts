import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const mySignup: Module = { name: "shifts/my-signup", pages: { [paths.mine]: pages } };
