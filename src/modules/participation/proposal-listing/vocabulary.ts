import * as z from "zod";
import { amount, line, whole } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Narrowed } from "#modules/participation/proposals/queries.ts";
import { type ProposalSort, proposalSorts } from "#modules/participation/proposals/vocabulary.ts";

/** What the address of the list says; what it cannot say is left out, never an error. */
const Filters = z.object({
  q: line(120).optional().catch(undefined),
  sortierung: z.enum(proposalSorts).optional().catch(undefined),
  kosten: line(20).optional().catch(undefined),
  ansicht: z.literal("karte").optional().catch(undefined),
  seite: whole(1, 10_000).optional().catch(undefined),
});
export type Filters = z.output<typeof Filters>;

export const readFilters = (query: Readonly<Record<string, unknown>>): Filters => Filters.parse(query);

const cents = amount(1, 100_000_000_000);

/** What the list is narrowed down to. */
export const narrowOf = ({ q, kosten }: Filters): Narrowed => {
  const most = cents.safeParse(kosten ?? "");
  return { q, ...(most.success ? { mostCents: most.data } : {}) };
};

/** The newest stand first unless somebody wants it otherwise. */
export const sortOf = ({ sortierung }: Filters): ProposalSort => sortierung ?? "new";

/** The address of a list with these filters. */
export const addressOf = (slug: string, filters: Filters): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && !(name === "seite" && value === 1)) query.set(name, String(value));
  return query.size > 0 ? `${paths.proposals(slug)}?${query}` : paths.proposals(slug);
};
