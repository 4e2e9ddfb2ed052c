import { type ExpressionBuilder, sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Tables } from "#core/db.ts";
import type { Id } from "#core/id.ts";
import { plainWords } from "#methods/likeness.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { ProposalSort } from "./vocabulary.ts";

type ProposalId = Id<"proposal">;
type Row = ExpressionBuilder<Tables & { p: Tables["proposals"]; o: Tables["processes"] }, "p" | "o">;

/** Who stands behind it: signed in, and on paper. */
const supports = sql<number>`p.paper_supports + (
  select count(*)::int from proposal_supports s where s.place_id = p.place_id and s.proposal_id = p.id
)`;

// What is hidden is there for the office and its authors only; a draft for the office.
const visible =
  ({ actor }: Context) =>
  (where: Row) => {
    if (isStaff(actor)) return where.val(true);
    const open = where.and([
      where("o.state", "<>", "draft"),
      where("p.state", "in", ["published", "merged", "split", "withdrawn"]),
    ]);
    if (actor.kind !== "person") return open;
    const own = where.exists(
      where
        .selectFrom("proposalAuthors as a")
        .select("a.personId")
        .whereRef("a.proposalId", "=", "p.id")
        .where("a.personId", "=", actor.id),
    );
    return where.or([open, where.and([where("p.state", "=", "hidden"), own])]);
  };

const proposals = (ctx: Context) =>
  ctx.db
    .selectFrom("proposals as p")
    .innerJoin("processes as o", "o.id", "p.processId")
    .leftJoin("organizations as g", "g.id", "p.organizationId")
    .selectAll("p")
    .select([supports.as("supports"), "g.name as organization", "o.slug as processSlug"])
    .where((where) => visible(ctx)(where as unknown as Row));

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof findProposalById>>>;

/** One proposal by its number in the process, as far as the asker may see it. */
export const findProposal = (ctx: Context, processId: ProcessId, number: number) =>
  proposals(ctx).where("p.processId", "=", processId).where("p.number", "=", number).executeTakeFirst();

/** One proposal, as far as the asker may see it. */
export const findProposalById = (ctx: Context, id: ProposalId) =>
  proposals(ctx).where("p.id", "=", id).executeTakeFirst();

/** Several proposals at once, in the order of their numbers. */
export const listProposalsById = async (
  ctx: Context,
  ids: readonly ProposalId[],
): Promise<readonly ProposalRow[]> =>
  ids.length === 0
    ? []
    : proposals(ctx)
        .where("p.id", "in", [...ids])
        .orderBy("p.number")
        .limit(500)
        .execute();

/** What a list is narrowed down to. */
export type Narrowed = {
  /** Each of these words stands somewhere in it. */
  readonly q?: string | undefined;
  /** Only what costs at most so much; what names no cost is left out. */
  readonly mostCents?: number | undefined;
  readonly placed?: boolean | undefined;
};

export type Listing = Narrowed & {
  readonly sort?: ProposalSort | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
};

const wordsOf = (q: string | undefined): readonly string[] =>
  plainWords(q ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);

// The summary is written plainly ("fuer"), the words as they were typed.
const sayingIt = (word: string) =>
  sql<boolean>`(p.summary like ${`%${word}%`} or lower(p.words) like ${`%${word}%`})`;

const narrowed = (ctx: Context, processId: ProcessId, { q, mostCents, placed }: Narrowed) => {
  let query = proposals(ctx).where("p.processId", "=", processId).where("p.state", "=", "published");
  for (const word of wordsOf(q)) query = query.where(sayingIt(word));
  if (mostCents !== undefined) query = query.where("p.costCents", "<=", mostCents);
  if (placed) query = query.where("p.latitude", "is not", null);
  return query;
};

/** The open proposals of a process; those of the most support, the newest or the first of them first. */
export const listProposals = async (
  ctx: Context,
  processId: ProcessId,
  { sort = "new", limit = 20, offset = 0, ...narrow }: Listing = {},
): Promise<readonly ProposalRow[]> =>
  narrowed(ctx, processId, narrow)
    .$if(sort === "support", (query) => query.orderBy("supports", "desc").orderBy("p.number"))
    .$if(sort === "new", (query) => query.orderBy("p.publishedAt", "desc").orderBy("p.number", "desc"))
    .$if(sort === "number", (query) => query.orderBy("p.number"))
    .$if(sort === "cost", (query) => query.orderBy("p.costCents").orderBy("p.number"))
    .limit(Math.min(limit, 500))
    .offset(offset)
    .execute();

/** How many open proposals a list has altogether. */
export const countProposals = async (
  ctx: Context,
  processId: ProcessId,
  narrow: Narrowed = {},
): Promise<number> => {
  const { n } = await narrowed(ctx, processId, narrow)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return n;
};

export type AuthorRow = {
  readonly proposalId: ProposalId;
  readonly personId: Id<"person">;
  readonly named: boolean;
  /** Only of those who are named; the office knows all. */
  readonly name: string | null;
};

/** The authors of these proposals. Whoever asked not to be named has no name here, but for the office. */
export const listAuthors = async (
  ctx: Context,
  ids: readonly ProposalId[],
): Promise<readonly AuthorRow[]> => {
  if (ids.length === 0) return [];
  const all = isStaff(ctx.actor);
  const rows = await ctx.db
    .selectFrom("proposalAuthors as a")
    .innerJoin("people as p", "p.id", "a.personId")
    .select(["a.proposalId", "a.personId", "a.named", "p.name"])
    .where("a.proposalId", "in", [...ids])
    .orderBy("a.madeAt")
    .orderBy("a.personId")
    .limit(2_000)
    .execute();
  return rows.map((row) => ({ ...row, name: row.named || all ? row.name : null }));
};

/** The pictures of a proposal, with what is seen on them. */
export const listPictures = (ctx: Context, proposal: ProposalId) =>
  ctx.db
    .selectFrom("proposalPictures as p")
    .innerJoin("files as f", "f.id", "p.fileId")
    .select(["p.id", "p.fileId", "f.alternativeText", "f.width", "f.height"])
    .where("p.proposalId", "=", proposal)
    .orderBy("p.position")
    .orderBy("p.id")
    .limit(20)
    .execute();

export type PictureRow = Awaited<ReturnType<typeof listPictures>>[number];

const mostFound = 8;

/** Open proposals in whose title or words all of these stand, in all processes of the town. */
export const searchProposals = async (ctx: Context, q: string): Promise<readonly ProposalRow[]> => {
  const wanted = wordsOf(q);
  if (wanted.length === 0) return [];
  let query = proposals(ctx).where("p.state", "=", "published");
  for (const word of wanted) query = query.where(sayingIt(word));
  return query.orderBy("p.publishedAt", "desc").limit(mostFound).execute();
};

/** Every open proposal of the town for open data, with the names of those who are named. */
export const listOpenProposals = async (ctx: Context) =>
  proposals(ctx)
    .where("p.state", "=", "published")
    .where("o.state", "<>", "draft")
    .select(
      sql<string>`coalesce((select string_agg(w.name, ', ' order by w.name) from proposal_authors a
        join people w on w.place_id = a.place_id and w.id = a.person_id
        where a.place_id = p.place_id and a.proposal_id = p.id and a.named), '')`.as("namedAuthors"),
    )
    .orderBy("o.slug")
    .orderBy("p.number")
    .limit(20_000)
    .execute();

/** What a person proposed, for their own file. */
export const tellProposals = async (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("proposalAuthors as a")
    .innerJoin("proposals as p", "p.id", "a.proposalId")
    .innerJoin("processes as o", "o.id", "p.processId")
    .select(["o.title as process", "p.number", "p.title", "p.words", "p.state", "a.named", "a.madeAt"])
    .where("a.personId", "=", person)
    .orderBy("a.madeAt")
    .limit(1_000)
    .execute();

/** Open proposals that were published before this moment, and had neither an answer nor anything that came of them. */
export const listUnanswered = (ctx: Context, before: Date): Promise<ProposalRow[]> =>
  proposals(ctx)
    .where("p.state", "=", "published")
    .where("p.publishedAt", "<", before)
    .where(({ and, not, exists, selectFrom }) =>
      and([
        not(
          exists(
            selectFrom("processAnswers as a")
              .select("a.id")
              .whereRef("a.proposalId", "=", "p.id")
              .where("a.answeredAt", "is not", null),
          ),
        ),
        not(
          exists(
            selectFrom("threads as t")
              .select("t.id")
              .whereRef("t.fromId", "=", "p.id")
              .where("t.fromKind", "=", "proposal"),
          ),
        ),
      ]),
    )
    .orderBy("p.publishedAt")
    .limit(100)
    .execute();
