import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { say } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { forgetAuthor } from "./commands.ts";
import { datasets } from "./open-data.ts";
import {
  listProposalsById,
  listUnanswered,
  type ProposalRow,
  searchProposals,
  tellProposals,
} from "./queries.ts";

const named = ({ id, title, processSlug, number }: ProposalRow) => ({
  kind: "proposal",
  id,
  title,
  path: paths.proposal(processSlug, number),
});

const threeMonths = 90 * 86_400_000;

const proposal: Traceable = {
  kind: "proposal",
  noun: (ctx) => say(ctx)("proposal"),
  name: async (ctx, ids) => (await listProposalsById(ctx, ids as ProposalRow["id"][])).map(named),
  find: async (ctx, words) => (await searchProposals(ctx, words)).map(named),
  broken: async (ctx) =>
    (await listUnanswered(ctx, new Date(ctx.now.getTime() - threeMonths))).map((row) => ({
      ...named(row),
      why: say(ctx)("unanswered"),
    })),
};

export const proposals: Module = {
  name: "participation/proposals",
  traceables: [proposal],
  datasets,
  search: async (ctx, words) =>
    (await searchProposals(ctx, words)).map((row) => ({
      kind: say(ctx)("proposal"),
      title: row.title,
      href: paths.proposal(row.processSlug, row.number),
      text: row.words.slice(0, 160),
      rank: 0.4,
    })),
  personalData: {
    show: async (ctx, person) => ({ proposals: await tellProposals(ctx, person) }),
    erase: forgetAuthor,
  },
};
