import type { Context } from "#core/context.ts";
import { type Id, isId } from "#core/id.ts";
import { listAuthors } from "#modules/participation/proposals/queries.ts";
import type { MeasureId } from "#modules/strategy/measures/queries.ts";
import { listEdges } from "#modules/threads/queries.ts";

export type Contributor = { readonly personId: Id<"person">; readonly language: string };

const most = 2_000;

/** Who proposed something that led to this measure, however far up the thread; those who are still with us. */
export const listContributors = async (ctx: Context, measure: MeasureId): Promise<readonly Contributor[]> => {
  const above = (await listEdges(ctx, { kind: "measure", id: measure }, "up")).map(({ from }) => from);
  const idsOf = <Kind extends string>(kind: Kind): readonly Id<Kind>[] =>
    above.flatMap((one) => (one.kind === kind && isId<Kind>(one.id) ? [one.id] : []));
  const proposers = (await listAuthors(ctx, idsOf("proposal"))).map(({ personId }) => personId);
  const amendments = idsOf("amendment");
  const amenders =
    amendments.length === 0
      ? []
      : await ctx.db
          .selectFrom("amendments")
          .select("personId")
          .where("id", "in", [...amendments])
          .where("authorKind", "=", "citizen")
          .where("personId", "is not", null)
          .limit(most)
          .execute();
  const people = [...new Set([...proposers, ...amenders.flatMap(({ personId }) => personId ?? [])])];
  if (people.length === 0) return [];
  return ctx.db
    .selectFrom("people")
    .select(["id as personId", "language"])
    .where("id", "in", people)
    .where("leftAt", "is", null)
    .limit(most)
    .execute();
};
