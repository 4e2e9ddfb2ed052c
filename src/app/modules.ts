import type { Module } from "#core/module.ts";
import { places } from "#modules/places/module.ts";
import { outbox } from "./outbox/module.ts";

/** The storeys in their order, as `modules/order.ts` names them: mount order, seed order and menu order. */
export const modules: readonly Module[] = [places];

/** The storeys, and what the roof adds to them: everything that has pages and a place in the menus. */
export const rooms: readonly Omit<Module, "jobs">[] = [...modules, outbox];
