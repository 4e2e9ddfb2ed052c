import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { dayOf } from "#core/local-time.ts";
import { may } from "#modules/desk/policy.ts";

/** Who stands in for whom, now and in days to come. */
export const listSubstitutions = (ctx: Context) => {
  allow(may.work(ctx));
  return ctx.db
    .selectFrom("substitutions")
    .innerJoin("people as absent", "absent.id", "substitutions.absentId")
    .innerJoin("people as substitute", "substitute.id", "substitutions.substituteId")
    .select([
      "substitutions.id",
      "substitutions.fromDay",
      "substitutions.toDay",
      "absent.name as absent",
      "substitute.name as substitute",
    ])
    .where("substitutions.endedAt", "is", null)
    .where("substitutions.toDay", ">=", dayOf(ctx.now))
    .orderBy("substitutions.fromDay")
    .limit(100)
    .execute();
};
export type SubstitutionRow = Awaited<ReturnType<typeof listSubstitutions>>[number];
