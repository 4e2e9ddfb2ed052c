import type { Makers } from "./made.ts";

/** Who works together with whom: the picture, cooperations, working groups. A number that stands in an address must be another one in the second town. */
export const networkThings = async (_makers: Makers) => ({});
