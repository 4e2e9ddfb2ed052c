import * as z from "zod";
import type { Context } from "#core/context.ts";
import { meaning } from "./meanings.ts";

export type Name = "organizations" | "services" | "opportunities" | "events";

/** What every list understands. */
export const Paging = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1).describe(meaning("page")),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe(meaning("limit")),
});

/** From where the API is called, and which part of the list is wanted. */
export type Call = z.output<typeof Paging> & { readonly origin: string };

/** How an error is said. */
export const Problem = z.object({ error: z.string(), details: z.record(z.string(), z.string()).optional() });

type Declaration<Filters extends z.ZodObject, Item extends z.ZodObject, Whole extends z.ZodObject> = {
  readonly name: Name;
  /** The name of one of them in the description. */
  readonly noun: string;
  /** How one of them is named in the address. */
  readonly key: "keyBoth" | "keyId" | "keySlug";
  readonly filters: Filters;
  readonly item: Item;
  readonly whole: Whole;
  /** A call worth trying, as the filters of an address. */
  readonly example: string;
  readonly find: (
    ctx: Context,
    filters: z.output<Filters>,
    call: Call,
  ) => Promise<{ readonly total: number; readonly rows: readonly z.input<Item>[] }>;
  readonly open: (ctx: Context, key: string, origin: string) => Promise<z.input<Whole> | undefined>;
};

/** One noun of the contract, whatever its columns are. */
export type Resource = Omit<Declaration<z.ZodObject, z.ZodObject, z.ZodObject>, "find" | "open"> & {
  readonly list: z.ZodObject;
  /** The page of the list, as far as its schema lets it out; what is asked has been read by `filters`. */
  readonly answer: (ctx: Context, asked: unknown, call: Call) => Promise<{ total: number; items: unknown[] }>;
  readonly answerOne: (ctx: Context, key: string, origin: string) => Promise<object | undefined>;
};

/** Declares a noun: tsc checks that its queries give what its schemas promise; the schemas let nothing else out. */
export const resource = <Filters extends z.ZodObject, Item extends z.ZodObject, Whole extends z.ZodObject>({
  find,
  open,
  ...declared
}: Declaration<Filters, Item, Whole>): Resource => ({
  ...declared,
  list: z.object({
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    limit: z.int(),
    next: z.url().nullable().describe(meaning("next")),
    items: z.array(declared.item),
  }),
  answer: async (ctx, asked, call) => {
    const { total, rows } = await find(ctx, declared.filters.parse(asked), call);
    return { total, items: rows.map((row) => declared.item.parse(row)) };
  },
  answerOne: async (ctx, key, origin) => {
    const row = await open(ctx, key, origin);
    return row === undefined ? undefined : declared.whole.parse(row);
  },
});

/** The page of a list that was read whole. */
export const cut = <Row>(rows: readonly Row[], { page, limit }: Call): readonly Row[] =>
  rows.slice((page - 1) * limit, page * limit);

/** A moment as the contract writes it. */
export const moment = (date: Date | null): string | null => date?.toISOString() ?? null;

export const slug = z.string().regex(/^[a-z0-9-]{1,120}$/u);
export const postcode = z.string().regex(/^\d{5}$/u, { error: "postcode" });
