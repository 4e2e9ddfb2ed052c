import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { mostAlike } from "#methods/card-likeness.ts";
import { listProposalsById, type ProposalRow } from "#modules/participation/proposals/queries.ts";
import type { ProcessId } from "#modules/participation/queries.ts";

const mostCompared = 1_000;
const mostShown = 5;

type Written = {
  readonly title: string;
  readonly words?: string | undefined;
  /** The proposal that is being changed is like itself. */
  readonly except?: Id<"proposal"> | undefined;
};

/** The open proposals of a process that say nearly the same as what is being written, the likest first. */
export const listAlike = async (
  ctx: Context,
  processId: ProcessId,
  { title, words = "", except }: Written,
): Promise<readonly ProposalRow[]> => {
  if (`${title} ${words}`.trim().length < 4) return [];
  const rows = await ctx.db
    .selectFrom("proposals")
    .select(["id", "title", "summary as text"])
    .where("processId", "=", processId)
    .where("state", "=", "published")
    .$if(except !== undefined, (query) => query.where("id", "<>", except ?? null))
    .orderBy("number", "desc")
    .limit(mostCompared)
    .execute();
  const alike = mostAlike({ title, text: words.slice(0, 500) }, rows, mostShown);
  const found = await listProposalsById(
    ctx,
    alike.map(({ id }) => id as Id<"proposal">),
  );
  return alike.flatMap(({ id }) => found.find((row) => row.id === id) ?? []);
};
