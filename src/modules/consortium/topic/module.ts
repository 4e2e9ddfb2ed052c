import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { publicPages } from "./pages.tsx";

export const topic: Module = { name: "consortium/topic", pages: { [paths.topics]: publicPages } };
