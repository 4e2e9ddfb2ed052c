import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { JoiningConsent, Proposal, ProposalJoining } from "#modules/participation/schema.ts";

export type JoiningId = Id<"proposalJoining">;
type ProposalId = Id<"proposal">;

/** A proposal that shall come of a joining. */
export type JoiningResult = {
  readonly title: string;
  readonly words: string;
  readonly costCents: number | null;
};

/** A proposal at one end of a joining. */
export type JoinedProposal = Pick<Proposal, "id" | "number" | "title" | "words" | "state"> & {
  readonly joiningId: JoiningId;
  readonly role: "from" | "to";
  /** Without authors who have a file here the office asks and writes the answer down. */
  readonly authors: number;
  readonly consent: "yes" | "no" | null;
  readonly consentWords: string;
};

/** What one author says to it; their name only for the office. */
export type ConsentRow = Pick<JoiningConsent, "personId" | "answer" | "words" | "byOffice" | "answeredAt"> & {
  readonly name: string;
};

export type JoiningRow = Pick<
  ProposalJoining,
  "id" | "processId" | "kind" | "words" | "state" | "madeAt" | "settledAt"
> & {
  readonly results: readonly JoiningResult[];
  readonly proposals: readonly JoinedProposal[];
  /** How many say yes, and how many are asked: authors, and papers without one. */
  readonly agreed: number;
  readonly asked: number;
  /** What whoever reads this said, if they are asked. */
  readonly own: "yes" | "no" | "open" | null;
  readonly mine: boolean;
  /** Of the process. */
  readonly slug: string;
};

const me = ({ actor }: Context): string | null => (actor.kind === "person" ? actor.id : null);

// What came of it everybody may read; before that it is a matter of those who are asked.
const visible = (ctx: Context) =>
  isStaff(ctx.actor)
    ? sql`true`
    : sql`o.state <> 'draft' and (j.state = 'done' or j.made_by = ${me(ctx)}::uuid or exists (
        select from joining_consents c where c.place_id = j.place_id and c.joining_id = j.id and c.person_id = ${me(ctx)}::uuid))`;

type Flat = Omit<JoiningRow, "proposals">;

const select = async (ctx: Context, where: ReturnType<typeof sql>): Promise<readonly JoiningRow[]> => {
  const { rows } = await sql<Flat>`
    select j.id, j.process_id, o.slug, j.kind, j.words, j.state, j.made_at, j.settled_at, j.results,
      coalesce(j.made_by = ${me(ctx)}::uuid, false) as mine,
      (select count(*) from joining_consents c where c.joining_id = j.id and c.answer = 'yes')::int
        + (select count(*) from joining_proposals p where p.joining_id = j.id and p.consent = 'yes')::int as agreed,
      (select count(*) from joining_consents c where c.joining_id = j.id)::int
        + (select count(*) from joining_proposals p where p.joining_id = j.id and p.role = 'from' and not exists (
          select from proposal_authors a where a.proposal_id = p.proposal_id))::int as asked,
      (select coalesce(c.answer, 'open') from joining_consents c
        where c.joining_id = j.id and c.person_id = ${me(ctx)}::uuid) as own
    from proposal_joinings j join processes o on o.place_id = j.place_id and o.id = j.process_id
    where ${visible(ctx)} and ${where}
    order by j.made_at desc, j.id limit 200`.execute(ctx.db);
  const ends = await listEnds(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, proposals: ends.filter(({ joiningId }) => joiningId === row.id) }));
};

const listEnds = async (ctx: Context, ids: readonly JoiningId[]): Promise<readonly JoinedProposal[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<JoinedProposal>`
    select e.joining_id, e.role, e.consent, e.consent_words, p.id, p.number, p.title, p.words, p.state,
      (select count(*) from proposal_authors a where a.proposal_id = p.id)::int as authors
    from joining_proposals e join proposals p on p.place_id = e.place_id and p.id = e.proposal_id
    where e.joining_id = any(${[...ids]}::uuid[]) order by p.number limit 3000`.execute(ctx.db);
  return rows;
};

/** One joining, for whoever may see it. */
export const findJoining = async (ctx: Context, id: JoiningId): Promise<JoiningRow | undefined> =>
  (await select(ctx, sql`j.id = ${id}`))[0];

/** The joinings of a process as far as the asker may see them, newest first. */
export const listJoinings = (ctx: Context, process: ProcessId): Promise<readonly JoiningRow[]> =>
  select(ctx, sql`j.process_id = ${process}`);

/** The joinings that a proposal stands in now, or came of, or went into. */
export const listJoiningsOf = (ctx: Context, proposal: ProposalId): Promise<readonly JoiningRow[]> =>
  select(
    ctx,
    sql`j.state in ('asked', 'done') and exists (
      select from joining_proposals e where e.joining_id = j.id and e.proposal_id = ${proposal})`,
  );

/** Where somebody is asked to agree and has not answered. */
export const listAsked = (ctx: Context): Promise<readonly JoiningRow[]> =>
  select(
    ctx,
    sql`j.state = 'asked' and exists (select from joining_consents c
      where c.joining_id = j.id and c.person_id = ${me(ctx)}::uuid and c.answer is null)`,
  );

/** What the authors said; with their names, so for the office. */
export const listConsents = async (ctx: Context, joining: JoiningId): Promise<readonly ConsentRow[]> =>
  isStaff(ctx.actor)
    ? ctx.db
        .selectFrom("joiningConsents as c")
        .innerJoin("people as p", "p.id", "c.personId")
        .select(["c.personId", "p.name", "c.answer", "c.words", "c.byOffice", "c.answeredAt"])
        .where("c.joiningId", "=", joining)
        .orderBy("p.name")
        .limit(200)
        .execute()
    : [];

/** All that a proposal came of through joinings, however far back, without itself. */
export const listOrigins = async (
  ctx: Context,
  proposals: readonly ProposalId[],
): Promise<readonly ProposalId[]> => {
  const { rows } = await sql<{ id: ProposalId }>`
    with recursive up as (
      select t.joining_id, t.proposal_id from joining_proposals t
      where t.role = 'to' and t.proposal_id = any(${[...proposals]}::uuid[])
      union
      select n.joining_id, f.proposal_id from up
      join joining_proposals f on f.joining_id = up.joining_id and f.role = 'from'
      left join joining_proposals n on n.proposal_id = f.proposal_id and n.role = 'to'
    )
    select distinct proposal_id as id from up
    where not proposal_id = any(${[...proposals]}::uuid[]) limit 500`.execute(ctx.db);
  return rows.map(({ id }) => id);
};

export type OriginReason = {
  readonly id: Id<"proposalReason">;
  readonly side: "for" | "against" | "remark";
  readonly words: string;
  readonly authorWords: string;
  readonly number: number;
  readonly madeAt: Date;
};

/** The reasons that were given for and against what a proposal came of; they stay readable. */
export const listOriginReasons = async (
  ctx: Context,
  proposal: ProposalId,
): Promise<readonly OriginReason[]> => {
  const origins = await listOrigins(ctx, [proposal]);
  if (origins.length === 0) return [];
  return ctx.db
    .selectFrom("proposalReasons as r")
    .innerJoin("proposals as p", "p.id", "r.proposalId")
    .select(["r.id", "r.side", "r.words", "r.authorWords", "r.madeAt", "p.number"])
    .where("r.proposalId", "in", [...origins])
    .where("r.state", "=", "published")
    .where("p.state", "in", ["merged", "split"])
    .orderBy("r.madeAt")
    .orderBy("r.id")
    .limit(300)
    .execute();
};

/** What somebody said to joinings, for their own file. */
export const tellConsents = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("joiningConsents")
    .select(["answer", "words", "byOffice", "answeredAt"])
    .where("personId", "=", person)
    .limit(1_000)
    .execute();
