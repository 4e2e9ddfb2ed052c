import type { Makers } from "./made.ts";
import { planThings } from "./plan-things.ts";
import { textThings } from "./text-things.ts";

/** What the town wants: the text and its amendments, measures, indicators, commitments. A number that stands in an address must be another one in the second town. */
export const strategyThings = async (makers: Makers) => ({
  ...(await planThings(makers)),
  ...(await textThings(makers.office)),
});
