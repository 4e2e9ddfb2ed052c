import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";

/** All processes, drafts too, for the office: the latest first. */
export const listForOffice = (ctx: Context): Promise<Process[]> => {
  allow(may.run(ctx));
  return ctx.db.selectFrom("processes").selectAll().orderBy("madeAt", "desc").limit(200).execute();
};

/** What stands in a process and what waits in it, in numbers. */
export type Figures = {
  readonly proposals: number;
  readonly followers: number;
  readonly open: number;
  readonly overdue: number;
  readonly redress: number;
  readonly joinings: number;
  readonly rounds: number;
  readonly ballots: number;
};

const nothing: Figures = {
  proposals: 0,
  followers: 0,
  open: 0,
  overdue: 0,
  redress: 0,
  joinings: 0,
  rounds: 0,
  ballots: 0,
};

/** The figures of one process, in one query. */
export const figuresOf = async (ctx: Context, id: ProcessId): Promise<Figures> => {
  allow(may.run(ctx));
  const { rows } = await sql<Figures>`select
    (select count(*)::int from proposals where process_id = ${id} and state = 'published') as proposals,
    (select count(*)::int from process_followers where process_id = ${id}) as followers,
    (select count(*)::int from process_answers
      where process_id = ${id} and verdict is null and state = 'published') as open,
    (select count(*)::int from process_answers where process_id = ${id} and verdict is null
      and state = 'published' and due_on < ${isoDay(ctx.now)}::date) as overdue,
    (select count(*)::int from moderations
      where process_id = ${id} and redress_at is not null and redress_verdict is null) as redress,
    (select count(*)::int from proposal_joinings where process_id = ${id} and state = 'asked') as joinings,
    (select count(*)::int from opinion_rounds where process_id = ${id}) as rounds,
    (select count(*)::int from ballots where process_id = ${id}) as ballots`.execute(ctx.db);
  return rows[0] ?? nothing;
};
