import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Outcome, refused } from "#core/outcome.ts";
import { addOpportunity, changeOpportunity } from "#modules/opportunities/commands.ts";
import { may } from "#modules/opportunities/policy.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { ensureOrganizations, finishImport } from "#modules/organizations/imports/commands.ts";
import { findImport } from "#modules/organizations/imports/queries.ts";
import { planImport } from "./queries.ts";

export type Summary = Readonly<Record<string, number>>;

/**
 * Takes the whole file over, or nothing: one wrong row and no offer comes in. Organizations that are only named are
 * found again or made as stubs; rows that were here before are changed instead of doubled.
 */
export const applyOffers = async (
  ctx: Context,
  id: Id<"import">,
  publish: boolean,
): Promise<Outcome<Summary, "already" | "wrong">> => {
  allow(may.import(ctx));
  await ctx.db.selectFrom("imports").select("id").where("id", "=", id).forUpdate().execute();
  const file = found(await findImport(ctx, id));
  if (file.appliedAt) return refused("already");
  const plan = await planImport(ctx, file.source, file.content);
  if (!plan.ok || plan.rows.some(({ state }) => state === "wrong")) return refused("wrong");
  const fresh = plan.rows.filter(({ state }) => state === "new");
  const homes = await ensureOrganizations(
    ctx,
    [...new Map(fresh.map(({ draft }) => [draft.organization, draft])).values()].map(
      ({ organization, input }) => ({
        name: organization,
        postcode: input?.postcode ?? null,
        townName: input?.townName ?? null,
        source: file.source,
      }),
    ),
  );
  const summary = {
    new: 0,
    changed: 0,
    same: 0,
    published: 0,
    stubs: [...homes.values()].filter(({ made }) => made).length,
  };
  for (const { draft, state, opportunityId } of plan.rows) {
    const origin = { source: file.source, externalId: draft.externalId, point: draft.point };
    if (state === "same" || !draft.input) {
      summary.same += 1;
    } else if (opportunityId) {
      await changeOpportunity(ctx, opportunityId, draft.input, origin);
      summary.changed += 1;
    } else {
      const home = found(homes.get(draft.organization));
      const made = await addOpportunity(ctx, home.id, draft.input, origin);
      summary.new += 1;
      if (publish && (await publishOpportunity(ctx, made.id)).ok) summary.published += 1;
    }
  }
  return finishImport(ctx, id, summary);
};
