import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Process } from "./schema.ts";

type Asker = Pick<Context, "actor">;

/** Where somebody lives, as they told it themselves. */
export type Home = { readonly postcode: string | null };

/** Who may do what in the participation. */
export const may = {
  /** Prepares processes, opinions, ballots and funds, answers for the administration, moderates. */
  run: ({ actor }: Asker) => isStaff(actor),
  /** Writes proposals, reasons and questions in this process. Residents: by the postcode of their own file. */
  write: (
    { actor }: Asker,
    process: Pick<Process, "who" | "postcodes" | "organizationId">,
    home: Home,
  ): boolean => {
    if (isStaff(actor)) return true;
    if (actor.kind !== "person") return false;
    if (process.who === "residents") return process.postcodes.includes(home.postcode ?? "");
    if (process.who === "organization") return holds(actor, "representative", process.organizationId);
    return true;
  },
};
