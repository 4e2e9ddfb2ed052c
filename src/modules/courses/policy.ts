import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type Asker = Pick<Context, "actor">;

const isSelf = ({ actor }: Asker, person: Id<"person">): boolean =>
  actor.kind === "person" && actor.id === person;

/** Who may do what with qualifications. */
export const may = {
  /** Keeps the list of what one may be qualified for, and sees who is. */
  keep: ({ actor }: Asker): boolean => isStaff(actor),
  /** Tells that somebody is qualified, and that they are not any more. */
  tell: (asker: Asker, person: Id<"person">): boolean => isStaff(asker.actor) || isSelf(asker, person),
  /**
   * Has seen the paper: the office, or whoever speaks for an organization at which the person helps.
   * Nobody sees their own.
   */
  see: (asker: Asker, person: Id<"person">, helpsAt: readonly Id<"organization">[] = []): boolean =>
    !isSelf(asker, person) &&
    (isStaff(asker.actor) ||
      helpsAt.some(
        (organization) =>
          holds(asker.actor, "representative", organization) || holds(asker.actor, "partner", organization),
      )),
};
