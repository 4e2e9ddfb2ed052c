import type { Context } from "#core/context.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { type Shelf, shelfName, shelves } from "./vocabulary.ts";

const addresses: Readonly<Record<Shelf, string>> = {
  pages: paths.desk,
  news: paths.deskNews,
  dates: paths.deskDates,
};

/** The shelves an author finds in the office, and which one is open. */
export const listShelves = (ctx: Pick<Context, "actor" | "language">, open: Shelf) =>
  may.write(ctx)
    ? shelves.map((shelf) => ({
        href: addresses[shelf],
        label: shelfName(ctx, shelf),
        current: shelf === open,
      }))
    : [];
