import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Helper } from "#modules/shifts/schema.ts";

/**
 * Does the reader see how to reach a helper? The office does. The organization does where it wrote them down itself;
 * who came by their own account is reached through the house.
 */
export const seesContact = (
  { actor }: Pick<Context, "actor">,
  helper: Pick<Helper, "madeBy" | "personId">,
): boolean => isStaff(actor) || (helper.madeBy !== null && helper.madeBy !== helper.personId);
