import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const seatOffice: Module = { name: "consortium/seat-office", pages: { [paths.seats]: pages } };
