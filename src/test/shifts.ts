import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { addRole, addShift, type RoleInput } from "#modules/shifts/commands.ts";
import { listShifts } from "#modules/shifts/queries.ts";
import { formOf, made } from "./made.ts";

export type Festival = {
  readonly id: Id<"opportunity">;
  readonly slug: string;
  readonly roleId: Id<"shiftRole">;
};

/** A published offer with one role; the shifts come after. `office` writes it. */
export const festivalOf = async (
  office: Context,
  organization: Id<"organization">,
  role: RoleInput = { name: "Ausschank" },
): Promise<Festival> => {
  const fields = {
    title: `Lichterfest ${office.place.name}`,
    summary: "Ein Satz.",
    rhythm: "flexible",
    fields: ["social"],
  };
  const input = formOf(office, OpportunityInput, { ...fields, townName: office.place.name });
  const { id, slug } = await addOpportunity(office, organization, input);
  made(await publishOpportunity(office, id));
  return { id, slug, roleId: made(await addRole(office, id, role)) };
};

type Times = { readonly startsAt: Date; readonly endsAt: Date };

/** One shift of it that needs so many; answers the shift and its one need. */
export const shiftOf = async (office: Context, { id, roleId }: Festival, times: Times, maximum: number) => {
  const needs = [{ roleId, minimum: 0, maximum }];
  const shiftId = made(await addShift(office, id, { ...times, needs }));
  const shift = (await listShifts(office, id, { limit: 100 })).find((one) => one.id === shiftId);
  const [need] = shift?.needs ?? [];
  if (!need) throw new Error("the shift was not made");
  return { shiftId, needId: need.id };
};
