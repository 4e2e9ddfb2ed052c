import type { Context } from "#core/context.ts";
import { type Break, listTraceables } from "#core/traceable.ts";

/** The breaks of one kind of things, under what such a thing is called. */
export type BreaksOfKind = {
  readonly kind: string;
  readonly noun: string;
  readonly breaks: readonly Break[];
};

/** Everywhere the golden thread is broken, by kind; kinds without a break are left out. */
export const listBreaks = async (ctx: Context): Promise<readonly BreaksOfKind[]> => {
  const found: BreaksOfKind[] = [];
  for (const { kind, noun, broken } of listTraceables()) {
    const breaks = (await broken?.(ctx)) ?? [];
    if (breaks.length > 0) found.push({ kind, noun: noun(ctx), breaks });
  }
  return found.sort((one, other) => one.noun.localeCompare(other.noun, ctx.language));
};
