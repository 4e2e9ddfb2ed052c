import type { Module } from "#core/module.ts";
import { places } from "#modules/places/module.ts";

/** The storeys in their order, as `modules/order.ts` names them: mount order, seed order and menu order. */
export const modules: readonly Module[] = [places];
