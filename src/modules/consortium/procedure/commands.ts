import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { day, paragraph } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { checkRules } from "#methods/resolution-rules.ts";
import { may } from "#modules/consortium/policy.ts";
import { type RulesId, rulesInForce } from "./queries.ts";

/** From which day rules hold, and who decided that: a resolution, or those who founded the consortium. */
export const AdoptionInput = z.object({ validFrom: day, words: paragraph(2_000) });
export type AdoptionInput = z.output<typeof AdoptionInput>;

export type RulesRefusal = "draft" | "adopted" | "unusable" | "order" | "past";

const myself = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

/** Begins the next version as a draft, from the rules in force; there is one draft at a time. */
export const draftRules = async (ctx: Context): Promise<Outcome<RulesId, RulesRefusal>> => {
  allow(may.run(ctx));
  await sql`select pg_advisory_xact_lock(hashtext('procedure_rules'), hashtext(${ctx.place.id}))`.execute(
    ctx.db,
  );
  const last = await ctx.db
    .selectFrom("procedureRules")
    .select(["number", "state"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last?.state === "draft") return refused("draft");
  const { rules } = await rulesInForce(ctx);
  const { id } = await ctx.db
    .insertInto("procedureRules")
    .values({ number: (last?.number ?? 0) + 1, rules: JSON.stringify(rules), madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "rules.drafted", id, { number: (last?.number ?? 0) + 1 });
  return done(id);
};

const lockDraft = async (ctx: Context, id: RulesId) =>
  found(
    await ctx.db.selectFrom("procedureRules").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

/** Changes a draft. Rules by which nothing could be decided, or everything, are kept by nobody. */
export const changeRules = async (
  ctx: Context,
  id: RulesId,
  rules: ProcedureRules,
): Promise<Outcome<null, RulesRefusal>> => {
  allow(may.run(ctx));
  if ((await lockDraft(ctx, id)).state !== "draft") return refused("adopted");
  if (checkRules(rules).length > 0) return refused("unusable");
  await ctx.db
    .updateTable("procedureRules")
    .set({ rules: JSON.stringify(rules), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "rules.changed", id);
  return done(null);
};

/** From this day on these rules hold; they never change again. What was decided before stays decided by the rules of its day. */
export const adoptRules = async (
  ctx: Context,
  id: RulesId,
  { validFrom, words }: AdoptionInput,
): Promise<Outcome<null, RulesRefusal>> => {
  allow(may.run(ctx));
  const draft = await lockDraft(ctx, id);
  if (draft.state !== "draft") return refused("adopted");
  if (checkRules(draft.rules as ProcedureRules).length > 0) return refused("unusable");
  const last = await ctx.db
    .selectFrom("procedureRules")
    .select("validFrom")
    .where("state", "=", "adopted")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  // Only the first rules may hold from before: a body founded earlier had them already.
  if (last && validFrom < dayOf(ctx.now)) return refused("past");
  if (last?.validFrom && validFrom <= last.validFrom) return refused("order");
  await ctx.db
    .updateTable("procedureRules")
    .set({ state: "adopted", validFrom, words, adoptedAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "rules.adopted", id, { number: draft.number, validFrom });
  return done(null);
};

/** Throws a draft away; what was adopted stays. */
export const dropRules = async (ctx: Context, id: RulesId): Promise<Outcome<null, RulesRefusal>> => {
  allow(may.run(ctx));
  const draft = await lockDraft(ctx, id);
  if (draft.state !== "draft") return refused("adopted");
  await ctx.db.deleteFrom("procedureRules").where("id", "=", id).execute();
  await record(ctx, "rules.dropped", id, { number: draft.number });
  return done(null);
};
