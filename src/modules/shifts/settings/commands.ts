import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { planToWrite, type RoleInput, setQualifications } from "#modules/shifts/commands.ts";

const roleToWrite = async (ctx: Context, roleId: Id<"shiftRole">) => {
  const role = found(
    await ctx.db
      .selectFrom("shiftRoles")
      .selectAll()
      .where("id", "=", roleId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  );
  await planToWrite(ctx, role.opportunityId);
  return role;
};

/** Changes what a role is called and what it asks for. Whoever has a place keeps it. */
export const changeRole = async (
  ctx: Context,
  roleId: Id<"shiftRole">,
  { name, description = "", minimumAge = null, qualificationIds }: RoleInput,
): Promise<Outcome<Id<"shiftRole">, "taken">> => {
  const role = await roleToWrite(ctx, roleId);
  const other = await ctx.db
    .selectFrom("shiftRoles")
    .select("id")
    .where("opportunityId", "=", role.opportunityId)
    .where("name", "=", name)
    .where("id", "<>", roleId)
    .executeTakeFirst();
  if (other) return refused("taken");
  await ctx.db
    .updateTable("shiftRoles")
    .set({ name, description, minimumAge })
    .where("id", "=", roleId)
    .execute();
  await setQualifications(ctx, roleId, qualificationIds);
  await record(ctx, "shift_role.changed", roleId, { opportunityId: role.opportunityId });
  return done(roleId);
};

/** Takes a role out of use, unless a shift ahead still needs it. */
export const retireRole = async (ctx: Context, roleId: Id<"shiftRole">): Promise<Outcome<null, "needed">> => {
  const role = await roleToWrite(ctx, roleId);
  const needed = await ctx.db
    .selectFrom("shiftNeeds")
    .innerJoin("shifts", "shifts.id", "shiftNeeds.shiftId")
    .select("shiftNeeds.id")
    .where("roleId", "=", roleId)
    .where("shifts.canceledAt", "is", null)
    .where("shifts.endsAt", ">", ctx.now)
    .limit(1)
    .executeTakeFirst();
  if (needed) return refused("needed");
  await ctx.db.updateTable("shiftRoles").set({ retiredAt: ctx.now }).where("id", "=", roleId).execute();
  await record(ctx, "shift_role.retired", roleId, { opportunityId: role.opportunityId });
  return done(null);
};
