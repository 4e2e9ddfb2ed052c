import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { holdStill, removeSignup } from "#modules/shifts/signups/commands.ts";

/**
 * Somebody leaves: their places ahead are free for others at once. What was stays as a number without a name, so that
 * the organization's count of who came does not change.
 */
export const erasePersonal = async (asking: Context, person: Id<"person">): Promise<void> => {
  const ctx = { ...asking, actor: system };
  const live = await ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .select(["signups.id", "signups.needId"])
    .where("signups.personId", "=", person)
    .where("signups.state", "in", ["asked", "confirmed", "waiting", "offered"])
    .where("shifts.endsAt", ">", ctx.now)
    .limit(500)
    .execute();
  await holdStill(ctx, { needIds: live.map(({ needId }) => needId), personIds: [] });
  for (const { id } of live) await removeSignup(ctx, id, "");
  const erased = await ctx.db
    .updateTable("signups")
    .set({ personId: null, name: "–", words: "", partyNames: "", tokenHash: null })
    .where("personId", "=", person)
    .returning("id")
    .execute();
  if (erased.length === 0) return;
  await ctx.db
    .updateTable("signupStates")
    .set({ words: "" })
    .where(
      "signupId",
      "in",
      erased.map(({ id }) => id),
    )
    .execute();
};
