import type { Device } from "#core/device-cookie.ts";
import { paths } from "#modules/participation/paths.ts";

/** By what a device is known in one round, and in no other. */
export const deviceOf = (slug: string): Device => ({ name: "meinung", path: paths.round(slug), days: 180 });
