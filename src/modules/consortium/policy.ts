import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";

type Asker = Pick<Context, "actor">;

/** Who may do what in the consortium. Who has a seat is asked of `ownSeats` in `seats/queries`. */
export const may = {
  /** Plans and runs meetings, keeps seats, rules, topics, minutes and tasks: the office and the chair. */
  run: ({ actor }: Asker) => isStaff(actor) || holds(actor, "chair"),
  /** Reads what is not for everybody: agendas, papers, minutes before they are approved. */
  read: ({ actor }: Asker) => isStaff(actor) || holds(actor, "chair") || holds(actor, "consortium"),
};
