import type { ExpressionBuilder, Expression as Sql, SqlBool } from "kysely";
import { isStaff, reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Tables } from "#core/db.ts";
import type { Id } from "#core/id.ts";
import type { Survey } from "./schema.ts";

type In = ExpressionBuilder<Tables, "surveys">;

/** Those whose questions one may write: all of the town for the office, one's own for an organization. */
const writable =
  ({ actor }: Context) =>
  (survey: In): Sql<SqlBool> => {
    if (isStaff(actor)) return survey.lit(true);
    const own = reach(actor, "representative");
    if (own === "everywhere") return survey.lit(true);
    return own.length === 0 ? survey.lit(false) : survey("surveys.organizationId", "in", [...own]);
  };

/** The name of whoever asks: null when it is the town itself. */
const fields = (ctx: Context) =>
  ctx.db
    .selectFrom("surveys")
    .leftJoin("organizations", (join) =>
      join
        .onRef("organizations.placeId", "=", "surveys.placeId")
        .onRef("organizations.id", "=", "surveys.organizationId"),
    )
    .selectAll("surveys")
    .select("organizations.name as organization");

export type SurveyRow = Survey & { readonly organization: string | null };

/** One survey, for those who may write it. */
export const findSurvey = (ctx: Context, id: Id<"survey">): Promise<SurveyRow | undefined> =>
  fields(ctx).where("surveys.id", "=", id).where(writable(ctx)).executeTakeFirst();

/** One survey that runs or ran, for everybody; whoever may write it sees a draft as well. */
export const findPublicSurvey = (ctx: Context, slug: string): Promise<SurveyRow | undefined> =>
  fields(ctx)
    .where("surveys.slug", "=", slug)
    .where((survey) => survey.or([survey("surveys.state", "<>", "draft"), writable(ctx)(survey)]))
    .executeTakeFirst();

/** The surveys one may write, those that run first, then drafts, then the past ones. */
export const listSurveys = (ctx: Context, { limit = 200 } = {}): Promise<SurveyRow[]> =>
  fields(ctx)
    .where(writable(ctx))
    .orderBy((survey) =>
      survey
        .case()
        .when("surveys.state", "=", "open")
        .then(0)
        .when("surveys.state", "=", "draft")
        .then(1)
        .else(2)
        .end(),
    )
    .orderBy("surveys.madeAt", "desc")
    .limit(limit)
    .execute();

/** The surveys of the town that anybody may know of: those that run, by their end, then the past ones. */
export const listPublicSurveys = (ctx: Context, { limit = 100 } = {}): Promise<SurveyRow[]> =>
  fields(ctx)
    .where("surveys.state", "<>", "draft")
    .where("surveys.listed", "=", true)
    .orderBy("surveys.state", "desc")
    .orderBy((survey) => survey.fn.coalesce("surveys.closedAt", "surveys.closesAt"), "desc")
    .limit(limit)
    .execute();

/** Can it be answered at this moment? */
export const isOpen = (
  { now }: Pick<Context, "now">,
  { state, closesAt }: Pick<Survey, "state" | "closesAt">,
): boolean => state === "open" && (closesAt === null || closesAt > now);

/** Does one ask in anybody's name? Decides whether the menu leads to the surveys. */
export const writesSurveys = ({ actor }: Pick<Context, "actor">): boolean =>
  isStaff(actor) || reach(actor, "representative").length > 0;

/** The organizations in whose name one may ask. */
export const listAskers = async (
  ctx: Context,
): Promise<readonly { readonly id: Id<"organization">; readonly name: string }[]> => {
  const own = reach(ctx.actor, "representative");
  let query = ctx.db.selectFrom("organizations").select(["id", "name"]).where("mergedIntoId", "is", null);
  if (own !== "everywhere" && !isStaff(ctx.actor)) {
    if (own.length === 0) return [];
    query = query.where("id", "in", [...own]);
  }
  return query.orderBy("name").limit(500).execute();
};
