/**
 * What a command answers. A refusal is an ordinary answer ("this course is full"), named so that
 * the compiler makes every page put it into words. A bug is thrown, not returned.
 */
export type Outcome<T, Reason extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: Reason };

/** The command did what it was asked to do. */
export const done = <T>(value: T) => ({ ok: true, value }) as const;

/** The command declined, for a reason that a page puts into words. */
export const refused = <Reason extends string>(because: Reason) => ({ ok: false, because }) as const;
