import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { cancelShift, refreshOffer } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { listShifts } from "./queries.ts";

/** An offer that ends takes its shifts along, whoever ended it: nobody is to stand before a closed door. */
const callOff = async (asking: Context, opportunityId: Id<"opportunity">): Promise<void> => {
  const ctx = { ...asking, actor: system };
  const ahead = await listShifts(ctx, opportunityId, { from: ctx.now, limit: 1_000 });
  for (const { id } of ahead) await cancelShift(ctx, id, say(ctx)("offerEnded"));
};

export const shifts: Module = {
  name: "shifts",
  jobs,
  reactions: {
    // The form of the offer knows nothing of its shifts, and what they say is what holds.
    "opportunity.changed": (ctx, { subjectId }) => refreshOffer(ctx, subjectId as Id<"opportunity">),
    "opportunity.ended": (ctx, { subjectId }) => callOff(ctx, subjectId as Id<"opportunity">),
  },
};
