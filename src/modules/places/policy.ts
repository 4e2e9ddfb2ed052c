import { holds } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

type Asker = Pick<Context, "actor">;

/** Who may change what. The town's settings are the office's and the administrator's. */
export const may = {
  change: ({ actor }: Asker): boolean => holds(actor, "administrator") || holds(actor, "coordinator"),
};
