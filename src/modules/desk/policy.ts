import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

type Asker = Pick<Context, "actor">;

/** The worklist, its inquiries and appointments are the office's; asking is everybody's. */
export const may = {
  /** See and do what waits. */
  work: ({ actor }: Asker) => isStaff(actor),
};
