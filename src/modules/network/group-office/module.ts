import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { pages } from "./pages.tsx";

export const groupOffice: Module = { name: "network/group-office", pages: { [paths.officeGroups]: pages } };
