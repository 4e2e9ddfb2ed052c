import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Survey } from "./schema.ts";

type Asker = Pick<Context, "actor">;
type Owned = Pick<Survey, "organizationId">;

/** Who may do what with a survey. Whoever answers it is asked nothing but what the survey itself asks. */
export const may = {
  /** Writes its questions, runs it, sees its answers and publishes its results. */
  write: ({ actor }: Asker, { organizationId }: Owned) =>
    isStaff(actor) || (organizationId !== null && holds(actor, "representative", organizationId)),
  /** Asks in the name of the town. */
  writeForTown: ({ actor }: Asker) => isStaff(actor),
};
