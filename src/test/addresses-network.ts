import type { Lines } from "./askers.ts";

/** Who works together with whom: the picture, cooperations, working groups. */
export const networkAddresses: Lines = [];
