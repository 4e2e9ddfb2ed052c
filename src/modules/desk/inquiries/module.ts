import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { inquiry } from "./pages.tsx";

export const inquiries: Module = { name: "desk/inquiries", pages: { [paths.inquiries]: inquiry } };
