import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

/** Who may do what with a thread. Whoever sees both ends sees it. */
export const may = {
  /** Says that this led to that, and takes it back: the office and the chair. */
  tie: ({ actor }: Pick<Context, "actor">) => isStaff(actor) || holds(actor, "chair"),
};
