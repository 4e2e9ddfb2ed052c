import { holds, isStaff, reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type Asker = Pick<Context, "actor">;

/** The organizations for which somebody speaks, as representative or partner; the office for all. */
export const speaksFor = ({ actor }: Asker): "everywhere" | readonly Id<"organization">[] => {
  if (isStaff(actor)) return "everywhere";
  const ids = (["representative", "partner"] as const).flatMap((role) => {
    const where = reach(actor, role);
    return where === "everywhere" ? [] : where;
  });
  return [...new Set(ids)];
};

/** Who may do what in the network. */
export const may = {
  /** Keeps cooperations, parts and working groups of the whole town. */
  run: ({ actor }: Asker) => isStaff(actor),
  /** Proposes, confirms, corrects and ends cooperations of this organization. */
  speak: ({ actor }: Asker, organization: Id<"organization">) =>
    isStaff(actor) || holds(actor, "representative", organization) || holds(actor, "partner", organization),
};
