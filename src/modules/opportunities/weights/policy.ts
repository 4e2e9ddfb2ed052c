import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

/** The weights are open to everybody; the office sets them. */
export const may = {
  set: ({ actor }: Pick<Context, "actor">): boolean => isStaff(actor),
};
