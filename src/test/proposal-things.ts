import type { Id } from "#core/id.ts";
import { requestProposal } from "#modules/shifts/computing/commands.ts";
import { changeHelper } from "#modules/shifts/pool/commands.ts";
import { type Makers, made } from "./made.ts";

type Pool = {
  readonly plan: Id<"opportunity">;
  readonly planNeed: Id<"shiftNeed">;
  readonly helper: Id<"helper">;
};

/** Somebody of the pool has a wish, and a proposal waits to be computed from it. */
export const proposalThings = async ({ office }: Makers, { plan, planNeed, helper }: Pool) => {
  made(await changeHelper(office, plan, helper, { wishes: [{ needId: planNeed, preference: 2 }] }));
  return { planProposal: made(await requestProposal(office, plan, { timeLimitSeconds: 10 })) };
};
