import type { Context } from "#core/context.ts";
import { dayLong, time } from "#core/date.ts";
import { say } from "./messages.ts";

/** The day and the hour of an appointment as a sentence says them. */
export const whenOf = (ctx: Pick<Context, "language">, { startsAt }: { readonly startsAt: Date }) => {
  const day = dayLong(ctx, startsAt);
  return { day, when: say(ctx)("moment", { day, time: time(ctx, startsAt) }) };
};
