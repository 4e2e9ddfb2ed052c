import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

type Asker = Pick<Context, "actor">;

/** Who may do what with a workshop. Guests of the hall are known by their phone, registered people by their letter. */
export const may = {
  /** Prepares it, sees who comes, sorts the cards and writes what came of it. */
  run: ({ actor }: Asker) => isStaff(actor),
};
