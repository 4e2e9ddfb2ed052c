import type { Context } from "#core/context.ts";

const before = 3_600_000;

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** From when on people tick themselves off. */
export const selfFrom = ({ startsAt }: Pick<Span, "startsAt">): Date => new Date(+startsAt - before);

/** People tick themselves off from an hour before their shift to its end. */
export const isOpenForSelf = ({ now }: Pick<Context, "now">, span: Span): boolean =>
  now >= selfFrom(span) && now < span.endsAt;
