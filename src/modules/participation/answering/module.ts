import type { Reaction } from "#core/events.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { followProposal, forgetAsker, oweAnswer } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { tellQuestions } from "./queries.ts";

const owe: Reaction = async (ctx, { subjectId, data: { processId } }) => {
  if (isId<"proposal">(subjectId) && typeof processId === "string" && isId<"process">(processId))
    await oweAnswer(ctx, processId, subjectId);
};

const move: Reaction = async (ctx, { subjectId, data: { kind } }) => {
  if (isId<"proposal">(subjectId)) await followProposal(ctx, subjectId, String(kind));
};

export const answering: Module = {
  name: "participation/answering",
  jobs,
  reactions: { "proposal.added": owe, "proposal.moved": move },
  personalData: {
    show: async (ctx, person) => ({ participationQuestions: await tellQuestions(ctx, person) }),
    erase: forgetAsker,
  },
};
