import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Fund, FundCheck } from "#modules/participation/schema.ts";

type ProposalId = Id<"proposal">;

/** Where a proposal stands on its way to the ballot. */
export type Standing = "tooFewSupports" | "waiting" | "failed" | "ready";

export type Candidate = {
  readonly id: ProposalId;
  readonly number: number;
  readonly title: string;
  readonly costCents: number | null;
  readonly supports: number;
  readonly eligibility: FundCheck["verdict"] | null;
  readonly cost: FundCheck["verdict"] | null;
  /** As it was checked; that stands on the ballot. */
  readonly checkedCents: number | null;
  readonly standing: Standing;
};

export const mostCandidates = 500;

const standingOf = (fund: Pick<Fund, "leastSupports">, row: Omit<Candidate, "standing">): Standing => {
  if (row.eligibility === "failed" || row.cost === "failed") return "failed";
  if (row.eligibility === "passed" && row.cost === "passed") return "ready";
  return row.supports < fund.leastSupports ? "tooFewSupports" : "waiting";
};

type Row = Omit<Candidate, "standing">;

// The last word of each kind counts.
const read = async (ctx: Context, fund: Fund, only?: ProposalId): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select p.id, p.number, p.title, p.cost_cents,
      (p.paper_supports + (select count(*) from proposal_supports s where s.proposal_id = p.id))::integer as supports,
      e.verdict as eligibility, c.verdict as cost, c.cost_cents as checked_cents
    from proposals p
    left join lateral (
      select verdict from fund_checks f where f.proposal_id = p.id and f.kind = 'eligibility'
      order by made_at desc, id desc limit 1
    ) e on true
    left join lateral (
      select verdict, cost_cents from fund_checks f where f.proposal_id = p.id and f.kind = 'cost'
      order by made_at desc, id desc limit 1
    ) c on true
    where p.process_id = ${fund.processId} and p.state = 'published'
      and (${only ?? null}::uuid is null or p.id = ${only ?? null}::uuid)
    order by p.number limit ${mostCandidates}`.execute(ctx.db);
  return rows;
};

/** All open proposals of a fund, each with what the offices said to it. */
export const listCandidates = async (ctx: Context, fund: Fund): Promise<readonly Candidate[]> =>
  (await read(ctx, fund)).map((row) => ({ ...row, standing: standingOf(fund, row) }));

/** One open proposal of a fund on its way to the ballot. */
export const findCandidate = async (
  ctx: Context,
  fund: Fund,
  proposal: ProposalId,
): Promise<Candidate | undefined> => {
  const [row] = await read(ctx, fund, proposal);
  return row && { ...row, standing: standingOf(fund, row) };
};

/** Everything the offices said to a proposal, newest first. */
export const listChecks = (ctx: Context, proposal: ProposalId) =>
  ctx.db
    .selectFrom("fundChecks")
    .select(["id", "kind", "verdict", "costCents", "officeWords", "words", "madeAt"])
    .where("proposalId", "=", proposal)
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();

export type Check = Awaited<ReturnType<typeof listChecks>>[number];
