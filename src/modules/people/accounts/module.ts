import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { emailPages } from "./pages.tsx";

export const accounts: Module = { name: "people/accounts", pages: { [paths.myEmail]: emailPages } };
