/** The books of the handbook, as their files are named in `docs/handbook/`. */
export const books = ["menschen", "organisationen", "koordination"] as const;
export type Book = (typeof books)[number];
