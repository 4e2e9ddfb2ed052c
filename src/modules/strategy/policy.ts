import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type Asker = Pick<Context, "actor">;

/** Who may do what with the strategy. Who has a seat is asked of `consortium/seats`. */
export const may = {
  /** Writes the text, keeps fields, measures and indicators, settles amendments: the office and the chair. */
  run: ({ actor }: Asker) => isStaff(actor) || holds(actor, "chair"),
  /** Proposes that a paragraph reads otherwise, while a version is open for that. */
  amend: ({ actor }: Asker) => actor.kind === "person" || isStaff(actor),
  /** Promises something for this organization, renews it, tells what was given. */
  promise: ({ actor }: Asker, organization: Id<"organization">) =>
    isStaff(actor) || holds(actor, "representative", organization) || holds(actor, "partner", organization),
};
