import type { Context } from "#core/context.ts";

const before = 3_600_000;

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** People tick themselves off from an hour before their shift to its end. */
export const isOpenForSelf = ({ now }: Pick<Context, "now">, { startsAt, endsAt }: Span): boolean =>
  +now >= +startsAt - before && now < endsAt;
