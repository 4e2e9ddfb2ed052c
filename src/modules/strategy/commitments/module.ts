import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { forgetPromiser, moveCommitments } from "./commands.ts";
import { say } from "./messages.ts";
import { type CommitmentId, findCommitments, nameCommitments, tellOwn } from "./queries.ts";

const commitment: Traceable = {
  kind: "measureCommitment",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameCommitments(ctx, ids as readonly CommitmentId[]),
  find: findCommitments,
};

export const commitments: Module = {
  name: "strategy/commitments",
  traceables: [commitment],
  personalData: {
    show: async (ctx, person) => ({ measureCommitments: await tellOwn(ctx, person) }),
    erase: forgetPromiser,
  },
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const [from, into] = [String(data["from"]), String(data["into"])];
      if (isId<"organization">(from) && isId<"organization">(into)) await moveCommitments(ctx, from, into);
    },
  },
};
