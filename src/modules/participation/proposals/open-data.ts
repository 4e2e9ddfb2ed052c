import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Dataset } from "#core/module.ts";
import { listOpenProposals } from "./queries.ts";

const columns = z.object({
  process: z.string(),
  number: z.number(),
  title: z.string(),
  words: z.string(),
  /** Only who wants to be named; nothing for everybody else. */
  author: z.string(),
  organization: z.string().nullable(),
  how: z.string(),
  placeWords: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  costCents: z.number().nullable(),
  supports: z.number(),
  publishedAt: z.date().nullable(),
});

const rows = async (ctx: Context) =>
  (await listOpenProposals(ctx)).map(({ processSlug, authorWords, namedAuthors, ...row }) => ({
    ...row,
    process: processSlug,
    author: authorWords || namedAuthors,
  }));

/** What people propose, free for every use. */
export const datasets: readonly Dataset[] = [{ name: "proposals", licence: "CC0-1.0", columns, rows }];
