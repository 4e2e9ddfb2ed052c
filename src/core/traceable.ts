import type { Context } from "./context.ts";

/** A thing that led to something, or came of something: its kind in one word, and its id. */
export type Thing = { readonly kind: string; readonly id: string };

/** What a page needs to name a thing: only of things the asker may see. */
export type Named = Thing & { readonly title: string; readonly path: string };

/** A thing at which the thread is broken, and why: "Niemand hat danach gefragt." */
export type Break = {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly why: string;
};

/** How a module lets its things be traced. */
export type Traceable = {
  /** "card", "releaseFinding" … the same for ever: threads are kept under it. */
  readonly kind: string;
  /** What such a thing is called, "Karte", in the language of the reader. */
  readonly noun: (ctx: Context) => string;
  /** Those of the ids that the asker may see, in one query. */
  readonly name: (ctx: Context, ids: readonly string[]) => Promise<readonly Named[]>;
  /** Things with these words, for whoever ties a thread; few. */
  readonly find: (ctx: Context, words: string) => Promise<readonly Named[]>;
  /** Where the thread of such things is broken, for the office; at most 100. */
  readonly broken?: (ctx: Context) => Promise<readonly Break[]>;
};

const known = new Map<string, Traceable>();

/** The roof hands in what every module lets trace. */
export const traceAll = (traceables: readonly Traceable[]): void => {
  for (const traceable of traceables) known.set(traceable.kind, traceable);
};

export const findTraceable = (kind: string): Traceable | undefined => known.get(kind);

export const listTraceables = (): readonly Traceable[] => [...known.values()];
