import type { Context } from "#core/context.ts";
import { enqueue } from "#core/jobs.ts";
import type { Module } from "#core/module.ts";
import { listAsked, tellConsents } from "#modules/participation/joinings/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { leaveJoinings, leavingJob } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

// Later, in a transaction of its own: who leaves holds the proposal, and whoever answers holds the joining first.
const lookLater = async (ctx: Context, { subjectId }: { readonly subjectId: string }): Promise<void> => {
  const { actor } = ctx;
  if (actor.kind === "person") await enqueue(ctx, leavingJob, { proposalId: subjectId, personId: actor.id });
};

export const consents: Module = {
  name: "participation/consents",
  pages: { [paths.listing]: pages },
  jobs,
  reactions: { "proposal.left": lookLater },
  mine: async (ctx) =>
    (await listAsked(ctx)).map((row) => ({
      title: say(ctx)("answerHeading"),
      text: row.proposals.map(({ title }) => title).join(" · "),
      href: paths.joining(row.slug, row.id),
      waiting: true,
      at: row.madeAt,
    })),
  personalData: {
    show: async (ctx, person) => ({ joiningConsents: await tellConsents(ctx, person) }),
    erase: leaveJoinings,
  },
};
