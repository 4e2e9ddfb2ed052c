import type { Lines } from "./askers.ts";

/** What the town wants: the text and its amendments, measures, indicators, commitments. */
export const strategyAddresses: Lines = [];
