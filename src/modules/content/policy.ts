import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

type Asker = Pick<Context, "actor">;

/** Who writes in the name of the town: editors, the office and administrators. */
export const may = {
  write: ({ actor }: Asker): boolean =>
    isStaff(actor) || holds(actor, "editor") || holds(actor, "administrator"),
};
