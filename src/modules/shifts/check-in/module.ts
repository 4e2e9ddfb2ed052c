import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { entrance, poster } from "./pages.tsx";

export const checkIn: Module = { name: "shifts/check-in", pages: { "/da": entrance, [paths.plans]: poster } };
