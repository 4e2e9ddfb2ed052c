import type { Device } from "#core/device-cookie.ts";
import { paths } from "#modules/workshops/paths.ts";

/** By what a phone is known in one workshop, and in no other: long enough for the correction round. */
export const deviceOf = (slug: string): Device => ({ name: "saal", path: paths.show(slug), days: 90 });
