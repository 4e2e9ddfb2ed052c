import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

/** Who may do what with a report. A sealed one is for everybody. */
export const may = {
  /** Writes, orders and seals. */
  write: ({ actor }: Pick<Context, "actor">): boolean => isStaff(actor),
};
