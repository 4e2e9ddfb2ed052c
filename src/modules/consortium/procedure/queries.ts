import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { defaultRules } from "#methods/resolution-rules.ts";
import { may } from "#modules/consortium/policy.ts";

export type RulesId = Id<"procedureRule">;

const versions = (ctx: Context) =>
  ctx.db
    .selectFrom("procedureRules")
    .select(["id", "number", "rules", "words", "state", "validFrom", "adoptedAt", "changedAt"])
    // A draft is for those who write it and those who will decide on it.
    .$if(!may.read(ctx), (query) => query.where("state", "=", "adopted"));

type Stored = Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number];
export type RulesRow = Omit<Stored, "rules"> & { readonly rules: ProcedureRules };

// What an older version did not know yet is as in the rules one begins with.
const opened = (row: Stored): RulesRow => ({
  ...row,
  rules: { ...defaultRules, ...(row.rules as Partial<ProcedureRules>) },
});

/** Every version, the latest first. */
export const listRules = async (ctx: Context): Promise<readonly RulesRow[]> =>
  (await versions(ctx).orderBy("number", "desc").limit(200).execute()).map(opened);

export const findRules = async (ctx: Context, id: RulesId): Promise<RulesRow | undefined> => {
  const row = await versions(ctx).where("id", "=", id).executeTakeFirst();
  return row && opened(row);
};

/** The rules a body decides by: its own, or those one can begin with, which have no id. */
export type RulesInForce = {
  readonly id: RulesId | null;
  readonly number: number | null;
  readonly validFrom: string | null;
  readonly rules: ProcedureRules;
};

/** The rules that hold on a day, today if none is named. */
export const rulesInForce = async (ctx: Context, day = dayOf(ctx.now)): Promise<RulesInForce> => {
  const row = await versions(ctx)
    .where("state", "=", "adopted")
    .where("validFrom", "<=", day)
    .orderBy("validFrom", "desc")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return { id: null, number: null, validFrom: null, rules: defaultRules };
  const { id, number, validFrom, rules } = opened(row);
  return { id, number, validFrom, rules };
};

/** The rules of a meeting: those it was opened by; while it is ahead, those that will hold on its day. */
export const rulesOfMeeting = async (
  ctx: Context,
  { rulesId, startsAt }: { readonly rulesId: RulesId | null; readonly startsAt: Date },
): Promise<ProcedureRules> =>
  (rulesId === null ? undefined : await findRules(ctx, rulesId))?.rules ??
  (await rulesInForce(ctx, dayOf(startsAt))).rules;
