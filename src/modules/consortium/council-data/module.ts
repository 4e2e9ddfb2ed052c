import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { api } from "./api.ts";

export const councilData: Module = {
  name: "consortium/council-data",
  pages: { [paths.councilData("").replace(/\/$/u, "")]: api },
};
