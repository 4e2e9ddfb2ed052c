import { type Actor, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type Asker = Pick<Context, "actor">;

const isSelf = (actor: Actor, personId: Id<"person">): boolean =>
  actor.kind === "person" && actor.id === personId;

/** Wishes are the person's own; the office writes down what is said at the counter. */
export const may = {
  see: ({ actor }: Asker, personId: Id<"person">) => isStaff(actor) || isSelf(actor, personId),
  change: ({ actor }: Asker, personId: Id<"person">) => isStaff(actor) || isSelf(actor, personId),
};
