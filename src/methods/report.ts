import * as z from "zod";

/** A cell that was hidden to protect people stands as `hidden`, never as a number. */
const Cell = z.union([z.string().max(4_000), z.number(), z.object({ hidden: z.literal(true) })]);
export type Cell = z.infer<typeof Cell>;

const block = {
  /** Stays the same when the report is composed anew, so that what the office wrote to it is kept. */
  key: z.string().min(1).max(200),
  /** Taken from the data, or written by somebody. */
  origin: z.enum(["data", "written"]),
  /** Left out by the office. */
  omitted: z.boolean().optional(),
};

const Bar = z.object({
  label: z.string().max(500),
  value: z.union([z.number(), z.object({ hidden: z.literal(true) })]),
});

/** One part of a report. Text is plain, or the few marks of Markdown that the town's pages know where it says so. */
export const Block = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("heading"),
    ...block,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string().max(300),
  }),
  /** Markdown. */
  z.object({ kind: z.literal("text"), ...block, text: z.string().max(50_000) }),
  z.object({
    kind: z.literal("list"),
    ...block,
    ordered: z.boolean().optional(),
    items: z.array(z.string().max(2_000)).max(500),
  }),
  z.object({
    kind: z.literal("facts"),
    ...block,
    facts: z.array(z.object({ value: z.string().max(60), label: z.string().max(200) })).max(12),
  }),
  z.object({
    kind: z.literal("table"),
    ...block,
    caption: z.string().max(500),
    /** The first column heads its row. */
    columns: z.array(z.string().max(300)).min(1).max(40),
    rows: z.array(z.array(Cell).max(40)).max(2_000),
    note: z.string().max(2_000).optional(),
  }),
  z.object({
    kind: z.literal("bars"),
    ...block,
    caption: z.string().max(500),
    /** What is seen, in words: for those who do not see it. */
    description: z.string().max(2_000),
    /** Of how many the bars are shares; nothing when they are plain numbers. */
    base: z.int().optional(),
    bars: z.array(Bar).max(100),
    note: z.string().max(2_000).optional(),
  }),
  z.object({
    kind: z.literal("quote"),
    ...block,
    text: z.string().max(4_000),
    source: z.string().max(300).optional(),
  }),
  z.object({ kind: z.literal("note"), ...block, text: z.string().max(4_000) }),
  z.object({
    kind: z.literal("picture"),
    ...block,
    file: z.uuid(),
    description: z.string().max(500),
    caption: z.string().max(500).optional(),
  }),
  z.object({ kind: z.literal("link"), ...block, text: z.string().max(300), path: z.string().max(500) }),
]);
export type Block = z.infer<typeof Block>;

/** A whole report, ready to be drawn as a page, set as paper or handed out as data. */
export const Report = z.object({
  title: z.string().min(1).max(300),
  subtitle: z.string().max(500).optional(),
  language: z.string().max(20),
  /** "Stand 30. September 2026". */
  stand: z.string().max(100),
  author: z.string().max(300),
  publisher: z.string().max(300),
  blocks: z.array(Block).max(2_000),
});
export type Report = z.infer<typeof Report>;
