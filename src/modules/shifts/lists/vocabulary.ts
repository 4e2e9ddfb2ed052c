/** The sheets that can be printed of a plan. */
export const sheets = ["schichten", "aufgaben", "tag", "streifen", "anmeldung"] as const;
export type Sheet = (typeof sheets)[number];
