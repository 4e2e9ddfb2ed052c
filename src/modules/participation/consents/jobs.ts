import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import type { Job, JobData } from "#core/jobs.ts";
import { leaveProposal, leavingJob } from "./commands.ts";

const leave = async (ctx: Context, { proposalId, personId }: JobData): Promise<void> => {
  const [proposal, person] = [String(proposalId), String(personId)];
  if (!isId<"proposal">(proposal) || !isId<"person">(person)) throw new TypeError("not an author");
  await leaveProposal(ctx, proposal, person);
};

export const jobs: readonly Job[] = [{ name: leavingJob, run: leave }];
