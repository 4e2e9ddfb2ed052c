import { sql } from "kysely";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { findTraceable } from "#core/traceable.ts";
import { keepEarliestDay } from "#modules/participation/answering/commands.ts";
import type { JoiningId, JoiningResult } from "#modules/participation/joinings/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { type Added, keepProposal } from "#modules/participation/proposals/commands.ts";
import { takesVoices } from "#modules/participation/proposals/policy.ts";
import { currentPhase } from "#modules/participation/queries.ts";
import type { Process, Proposal, ProposalJoining } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { tie } from "#modules/threads/commands.ts";

type ProposalId = Id<"proposal">;
type Place = Pick<Process, "id" | "slug" | "title">;
export type Settled = { readonly state: ProposalJoining["state"] };

// The proposals first, then the number of the process: in the order in which supporting locks them.
const lockFrom = async (ctx: Context, joining: JoiningId): Promise<readonly Proposal[]> => {
  const { rows } = await sql<Proposal>`
    select p.* from joining_proposals e join proposals p on p.place_id = e.place_id and p.id = e.proposal_id
    where e.joining_id = ${joining} and e.role = 'from' order by p.id limit 20 for update of p`.execute(
    ctx.db,
  );
  return rows;
};

const one = <T>(values: readonly (T | null)[]): T | null => {
  const known = [...new Set(values.filter((value) => value !== null))];
  return known.length === 1 ? (known[0] ?? null) : null;
};

const newFrom = (from: readonly Proposal[], result: JoiningResult) => {
  const placed = from.find(({ latitude }) => latitude !== null);
  const point =
    placed?.latitude != null && placed.longitude != null
      ? { latitude: placed.latitude, longitude: placed.longitude }
      : null;
  return {
    title: result.title,
    words: result.words,
    costCents: result.costCents,
    placeWords: [...new Set(from.map(({ placeWords }) => placeWords).filter(Boolean))]
      .join(", ")
      .slice(0, 300),
    point,
    how: from.find(({ how }) => how === "online")?.how ?? from[0]?.how ?? "online",
    named: false,
    organizationId: one(from.map(({ organizationId }) => organizationId)),
    cardClusterId: one(from.map(({ cardClusterId }) => cardClusterId)),
    authorWords: [...new Set(from.map(({ authorWords }) => authorWords).filter(Boolean))]
      .join(", ")
      .slice(0, 300),
  };
};

// A person who stood behind two of them stands behind the new one once. Signatures on paper bear no names: they add up.
const moveOver = async (
  ctx: Context,
  from: readonly ProposalId[],
  to: readonly ProposalId[],
): Promise<void> => {
  const [old, fresh] = [sql`any(${[...from]}::uuid[])`, sql`unnest(${[...to]}::uuid[])`];
  await sql`
    insert into proposal_authors (proposal_id, person_id, named, made_at)
    select t.id, a.person_id, bool_and(a.named), min(a.made_at) from proposal_authors a, ${fresh} as t(id)
    where a.proposal_id = ${old} group by t.id, a.person_id`.execute(ctx.db);
  await sql`
    insert into proposal_supports (proposal_id, person_id, made_at)
    select t.id, s.person_id, min(s.made_at) from proposal_supports s, ${fresh} as t(id)
    where s.proposal_id = ${old} group by t.id, s.person_id`.execute(ctx.db);
  await sql`
    update proposals set paper_supports = least(100000,
      (select coalesce(sum(f.paper_supports), 0) from proposals f where f.id = ${old}))
    where id = any(${[...to]}::uuid[])`.execute(ctx.db);
  await sql`
    insert into proposal_pictures (proposal_id, file_id, position)
    select t.id, p.file_id, p.rank from (
      select file_id, row_number() over (order by min(position), file_id) as rank
      from proposal_pictures where proposal_id = ${old} group by file_id) p, ${fresh} as t(id)
    where p.rank <= 4`.execute(ctx.db);
};

const named = (proposals: readonly Pick<Proposal, "number" | "title">[]): string =>
  proposals.map(({ number, title }) => `${number} · ${title}`).join("\n");

const writePaths = async (
  ctx: Context,
  process: Place,
  kind: "merged" | "split",
  from: readonly Proposal[],
  to: readonly (Added & { readonly title: string })[],
): Promise<void> => {
  const [first] = to;
  const ahead =
    to.length === 1 && first
      ? { title: named(to), path: paths.proposal(process.slug, first.number) }
      : { words: named(to) };
  for (const { id } of from) await addStep(ctx, id, kind, ahead);
  const sorted = from.toSorted((a, b) => a.number - b.number);
  for (const { id } of to) await addStep(ctx, id, kind, { words: named(sorted) });
  if (!findTraceable("proposal")) return;
  const house = { ...ctx, actor: system };
  for (const old of from)
    for (const fresh of to)
      await tie(house, { kind: "proposal", id: old.id }, { kind: "proposal", id: fresh.id });
};

/**
 * What all agreed to is done: the new proposals come with authors, supporters, pictures and the day of their answer; the
 * old ones lead to them. If one of them is not open any more, or the decision has begun, everything stays as it is: what
 * is voted on does not change under the hands of the voters.
 */
export const carryOut = async (
  ctx: Context,
  joining: ProposalJoining,
  process: Process,
): Promise<Outcome<Settled, "gone" | "late">> => {
  const from = await lockFrom(ctx, joining.id);
  const settle = (state: ProposalJoining["state"]) =>
    ctx.db
      .updateTable("proposalJoinings")
      .set({ state, settledAt: ctx.now })
      .where("id", "=", joining.id)
      .execute();
  const gone = from.some(({ state }) => state !== "published");
  if (gone || !takesVoices(await currentPhase(ctx, process))) {
    await settle("canceled");
    await record(ctx, "joining.canceled", joining.id, { processId: process.id });
    return refused(gone ? "gone" : "late");
  }
  const kind = joining.kind === "merge" ? "merged" : "split";
  const ids = from.map(({ id }) => id);
  const to: (Added & { title: string })[] = [];
  for (const result of joining.results as readonly JoiningResult[])
    to.push({ ...(await keepProposal(ctx, process, newFrom(from, result))), title: result.title });
  const fresh = to.map(({ id }) => id);
  await moveOver(ctx, ids, fresh);
  await ctx.db
    .insertInto("joiningProposals")
    .values(fresh.map((proposalId) => ({ joiningId: joining.id, proposalId, role: "to" as const })))
    .execute();
  await keepEarliestDay(ctx, ids, fresh);
  await ctx.db
    .updateTable("proposals")
    .set({ state: kind, changedAt: ctx.now })
    .where("id", "in", ids)
    .execute();
  await settle("done");
  await writePaths(ctx, process, kind, from, to);
  await record(ctx, "joining.done", joining.id, { processId: process.id, from: ids, to: fresh });
  return done({ state: "done" });
};
