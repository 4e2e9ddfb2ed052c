import type { Module } from "#core/module.ts";
import { routes } from "#core/web.ts";
import { paths } from "#modules/network/paths.ts";
import { file } from "./api.ts";
import { pages } from "./pages.tsx";

export const group: Module = {
  name: "network/group",
  pages: { [paths.groups]: routes().route("/", file).route("/", pages) },
};
