import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** Searches are the person's own, and nobody else's. */
export const may = {
  see: ({ actor }: Pick<Context, "actor">, personId: Id<"person">): boolean =>
    actor.kind === "system" || (actor.kind === "person" && actor.id === personId),
};
