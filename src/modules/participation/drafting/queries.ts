import type { Process, ProcessPhase } from "#modules/participation/schema.ts";

/** What has to be said before a process may be published, by the name of its field. */
export const promised = ["question", "openWords", "decidedWords", "deciderWords", "contactWords"] as const;
export type Missing = (typeof promised)[number] | "phases" | "postcodes" | "organization";

type Draft = Pick<Process, (typeof promised)[number] | "who" | "postcodes" | "organizationId">;

/** What is still missing before the town can be told of a process; nothing when it is ready. */
export const missingIn = (process: Draft, phases: readonly ProcessPhase[]): readonly Missing[] => [
  ...promised.filter((name) => process[name].trim() === ""),
  ...(phases.length === 0 ? (["phases"] as const) : []),
  ...(process.who === "residents" && process.postcodes.length === 0 ? (["postcodes"] as const) : []),
  ...(process.who === "organization" && process.organizationId === null ? (["organization"] as const) : []),
];
