import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Step, StepData } from "#modules/participation/steps/queries.ts";
import type { StepKind } from "#modules/participation/steps/vocabulary.ts";

type ProposalId = Id<"proposal">;

// Everything that led here through joinings that were carried out, this proposal among it.
const upstream = (proposal: ProposalId) => sql`
  with recursive line (id) as (
    select ${proposal}::uuid
    union
    select came.proposal_id from line
      join joining_proposals went on went.proposal_id = line.id and went.role = 'to'
      join proposal_joinings joining on joining.id = went.joining_id and joining.state = 'done'
      join joining_proposals came on came.joining_id = joining.id and came.role = 'from'
  )`;

/**
 * Whoever had a part in what led to this proposal, as far as they have a file: authors, supporters, those who gave
 * reasons – of whatever was merged into it too – and those who worked on the theme of the workshop it comes from.
 */
export const listUpstream = async (ctx: Context, proposal: ProposalId): Promise<readonly Id<"person">[]> => {
  const { rows } = await sql<{ personId: Id<"person"> }>`
    ${upstream(proposal)}
    select person_id from proposal_authors where proposal_id in (select id from line)
    union select person_id from proposal_supports where proposal_id in (select id from line)
    union select person_id from proposal_reasons
      where proposal_id in (select id from line) and state = 'published' and person_id is not null
    union select registration.person_id from proposals p
      join card_clusters cluster on cluster.id = p.card_cluster_id
      join workshop_registrations registration on registration.workshop_id = cluster.workshop_id
      where p.id in (select id from line) and registration.person_id is not null
        and registration.state = 'registered'
    limit 20000`.execute(ctx.db);
  return rows.map(({ personId }) => personId);
};

export type LineStep = Step & { readonly number: number; readonly title: string };

/** The whole path: what happened to this proposal and to everything that was merged into it, from the beginning. */
export const listLine = async (ctx: Context, proposal: ProposalId): Promise<readonly LineStep[]> => {
  const { rows } = await sql<Omit<LineStep, "kind" | "data"> & { kind: string; data: unknown }>`
    ${upstream(proposal)}
    select step.id, step.kind, step.data, step.at, p.number, p.title
    from proposal_steps step join proposals p on p.id = step.proposal_id
    where step.proposal_id in (select id from line) and p.state <> 'hidden'
    order by step.at, step.id limit 300`.execute(ctx.db);
  return rows.map(({ kind, data, ...row }) => ({ ...row, kind: kind as StepKind, data: data as StepData }));
};

/** What is needed to write about a proposal to somebody. */
export const addressOf = (ctx: Context, proposal: ProposalId) =>
  ctx.db
    .selectFrom("proposals as proposal")
    .innerJoin("processes as process", "process.id", "proposal.processId")
    .select([
      "proposal.number",
      "proposal.title",
      "proposal.state",
      "process.slug",
      "process.state as processState",
    ])
    .where("proposal.id", "=", proposal)
    .executeTakeFirstOrThrow();
