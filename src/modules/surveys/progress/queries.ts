import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { plusDays } from "#core/local-time.ts";
import type { Quota } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";

type SurveyId = Id<"survey">;

export type Group = {
  readonly kind: "sector" | "field";
  readonly code: string;
  readonly invited: number;
  /** Nothing when so few were invited that somebody could be seen. */
  readonly answered: number | undefined;
};

/** Who of those invited has answered, by sector and by field; never of a group below the threshold. */
export const listGroups = async (
  ctx: Context,
  { id, threshold }: Pick<SurveyRow, "id" | "threshold">,
): Promise<readonly Group[]> => {
  const { rows } = await sql<{
    kind: Group["kind"];
    code: string;
    invited: number;
    answered: number;
  }>`
    select * from (
      select 'sector' as kind, sector as code, count(*)::int as invited,
        count(*) filter (where answered)::int as answered
      from survey_invitations where survey_id = ${id} and sector is not null group by sector
      union all
      select 'field', field, count(*)::int, count(*) filter (where answered)::int
      from survey_invitations where survey_id = ${id} and organization_id is not null group by field) as groups
    order by kind desc, invited desc, code limit 100`.execute(ctx.db);
  return protectedGroups(rows, threshold);
};

/** Small groups hide what they answered, and so that it cannot be counted back, so does one more of their kind. */
export const protectedGroups = (
  rows: readonly (Omit<Group, "answered"> & { readonly answered: number })[],
  threshold: number,
): readonly Group[] =>
  (["sector", "field"] as const).flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const small = own.filter(({ invited }) => invited < threshold);
    const together = small.reduce((sum, { invited }) => sum + invited, 0);
    const next = own
      .filter(({ invited }) => invited >= threshold)
      .toSorted((a, b) => a.invited - b.invited)[0];
    const isEnough = small.length === 0 || (small.length > 1 && together >= threshold);
    const hidden = new Set([...small, ...(isEnough || !next ? [] : [next])]);
    return own.map((row) => ({ ...row, answered: hidden.has(row) ? undefined : row.answered }));
  });

export type Day = { readonly day: string | undefined; readonly count: number };

/** How many answered on each of the last days, and all those before in one. A survey of sums keeps no day. */
export const listDays = async (ctx: Context, surveyId: SurveyId, days = 14): Promise<readonly Day[]> => {
  const since = plusDays(isoDay(ctx.now), -days + 1);
  const { rows } = await sql<{ day: string | null; count: number }>`
    select case when answered_on >= ${since}::date then to_char(answered_on, 'YYYY-MM-DD') end as day,
      count(*)::int as count
    from responses where survey_id = ${surveyId} group by 1 order by 1 desc nulls last`.execute(ctx.db);
  return rows.map(({ day, count }) => ({ day: day ?? undefined, count }));
};

export type QuotaState = Quota & { readonly there: number };

/** How many answers there are of each that a number is wanted of. */
export const listQuotas = async (
  ctx: Context,
  { id, quotas, privacy }: Pick<SurveyRow, "id" | "quotas" | "privacy">,
): Promise<readonly QuotaState[]> => {
  const wanted = Array.isArray(quotas) ? (quotas as readonly Quota[]) : [];
  if (wanted.length === 0) return [];
  const list = JSON.stringify(wanted.map(({ question, value }) => ({ question, value })));
  const { rows } =
    privacy === "counters"
      ? await sql<{ n: number }>`
          select coalesce(sum(c.count), 0)::int as n
          from jsonb_array_elements(${list}::jsonb) with ordinality as q(one, place)
            left join survey_counters c on c.survey_id = ${id} and c.question = q.one ->> 'question'
              and c.value = q.one ->> 'value'
          group by q.place order by q.place`.execute(ctx.db)
      : await sql<{ n: number }>`
          select count(r.id)::int as n
          from jsonb_array_elements(${list}::jsonb) with ordinality as q(one, place)
            left join responses r on r.survey_id = ${id} and (
              r.answers ->> (q.one ->> 'question') = q.one ->> 'value'
              or jsonb_typeof(r.answers -> (q.one ->> 'question')) = 'array'
                and r.answers -> (q.one ->> 'question') ? (q.one ->> 'value'))
          group by q.place order by q.place`.execute(ctx.db);
  return wanted.map((quota, index) => ({ ...quota, there: rows[index]?.n ?? 0 }));
};

/** The surveys that end within three days. */
export const listEnding = (ctx: Context): Promise<Pick<SurveyRow, "id">[]> =>
  ctx.db
    .selectFrom("surveys")
    .select("id")
    .where("state", "=", "open")
    .where("closesAt", ">", ctx.now)
    .where("closesAt", "<=", new Date(+ctx.now + 3 * 86_400_000))
    .limit(200)
    .execute();

/** The surveys the office was told of. */
export const listTold = async (ctx: Context): Promise<readonly SurveyId[]> => {
  const rows = await ctx.db
    .selectFrom("tasks")
    .select("subjectId")
    .where("kind", "=", "survey")
    .where("doneAt", "is", null)
    .limit(200)
    .execute();
  return rows.map(({ subjectId }) => subjectId as SurveyId);
};
