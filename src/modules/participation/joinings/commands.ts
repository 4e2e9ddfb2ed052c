import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { tellPeople } from "#modules/participation/letters/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { isAuthor, takesVoices } from "#modules/participation/proposals/policy.ts";
import { listAuthors } from "#modules/participation/proposals/queries.ts";
import { currentPhase } from "#modules/participation/queries.ts";
import type { Process, Proposal, ProposalJoining } from "#modules/participation/schema.ts";
import { say } from "./messages.ts";
import type { JoiningId, JoiningResult } from "./queries.ts";

type PersonId = Id<"person">;
type ProposalId = Id<"proposal">;

/** How many proposals one joining takes, and how many come of it. */
export const mostFrom = 10;
export const mostResults = 4;

export type NewJoining = {
  /** Several to become one, or one to become several. */
  readonly from: readonly ProposalId[];
  readonly results: readonly JoiningResult[];
  /** Why, for the authors who are asked. */
  readonly words: string;
};

export type JoiningRefusal = "notOpen" | "notAllowed" | "shape" | "gone" | "asked";

const me = ({ actor }: Context): PersonId | null => (actor.kind === "person" ? actor.id : null);

const fits = ({ from, results }: NewJoining): boolean =>
  from.length === 1
    ? results.length >= 2 && results.length <= mostResults
    : from.length >= 2 && from.length <= mostFrom && results.length === 1;

// In the order of their ids, so that two joinings of the same proposals queue instead of blocking each other.
const lockProposals = (
  ctx: Context,
  process: Pick<Process, "id">,
  ids: readonly ProposalId[],
): Promise<Proposal[]> =>
  ctx.db
    .selectFrom("proposals")
    .selectAll()
    .where("processId", "=", process.id)
    .where("id", "in", [...ids])
    .where("state", "=", "published")
    .orderBy("id")
    .limit(mostFrom)
    .forUpdate()
    .execute();

const isAsked = async (ctx: Context, ids: readonly ProposalId[]): Promise<boolean> =>
  (await ctx.db
    .selectFrom("joiningProposals as e")
    .innerJoin("proposalJoinings as j", "j.id", "e.joiningId")
    .select("j.id")
    .where("e.proposalId", "in", [...ids])
    .where("e.role", "=", "from")
    .where("j.state", "=", "asked")
    .limit(1)
    .executeTakeFirst()) !== undefined;

/**
 * The office, or an author, proposes that several proposals become one, or one several. All authors are asked; nothing
 * happens before each of them has said yes. Whoever proposes it as an author agrees by that.
 */
export const proposeJoining = async (
  ctx: Context,
  process: Process,
  joining: NewJoining,
): Promise<Outcome<JoiningId, JoiningRefusal>> => {
  const from = [...new Set(joining.from)];
  if (!fits({ ...joining, from })) return refused("shape");
  const rows = await lockProposals(ctx, process, from);
  if (rows.length !== from.length) return refused("gone");
  const authors = await listAuthors(ctx, from);
  if (!may.run(ctx) && !isAuthor(ctx, authors)) return refused("notAllowed");
  if (process.state !== "published" || !takesVoices(await currentPhase(ctx, process)))
    return refused("notOpen");
  if (await isAsked(ctx, from)) return refused("asked");
  const { id } = await ctx.db
    .insertInto("proposalJoinings")
    .values({
      processId: process.id,
      kind: from.length === 1 ? "split" : "merge",
      words: joining.words,
      results: JSON.stringify(joining.results),
      madeBy: me(ctx),
      madeAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("joiningProposals")
    .values(from.map((proposalId) => ({ joiningId: id, proposalId, role: "from" as const })))
    .execute();
  const people = [...new Set(authors.map(({ personId }) => personId))];
  await askAuthors(ctx, process, id, people);
  await record(ctx, "joining.proposed", id, { processId: process.id, from });
  return done(id);
};

const askAuthors = async (
  ctx: Context,
  process: Process,
  id: JoiningId,
  people: readonly PersonId[],
): Promise<void> => {
  if (people.length === 0) return;
  const own = me(ctx);
  await ctx.db
    .insertInto("joiningConsents")
    .values(
      people.map((personId) => ({
        joiningId: id,
        personId,
        ...(personId === own ? { answer: "yes" as const, answeredAt: ctx.now } : {}),
      })),
    )
    .execute();
  await tellPeople(ctx, people, {
    key: `joining ${id}`,
    path: paths.joining(process.slug, id),
    except: own ?? undefined,
    say: (reader) => ({
      title: say(reader)("noticeAsked", { process: process.title }),
      text: say(reader)("noticeAskedText"),
    }),
  });
};

/** The joining under its lock, as long as it is open. */
export const lockAsked = async (
  ctx: Context,
  id: JoiningId,
): Promise<Outcome<ProposalJoining, "settled">> => {
  const row = found(
    await ctx.db
      .selectFrom("proposalJoinings")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
  return row.state === "asked" ? done(row) : refused("settled");
};

/** Who agreed so far, and whether anybody said no; papers without authors count with what the office wrote down. */
export const standing = async (ctx: Context, id: JoiningId): Promise<"yes" | "no" | "open"> => {
  const consents = await ctx.db
    .selectFrom("joiningConsents")
    .select("answer")
    .where("joiningId", "=", id)
    .limit(1_000)
    .execute();
  const papers = await ctx.db
    .selectFrom("joiningProposals as e")
    .select("e.consent as answer")
    .where("e.joiningId", "=", id)
    .where("e.role", "=", "from")
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("proposalAuthors as a")
            .select("a.personId")
            .whereRef("a.proposalId", "=", "e.proposalId"),
        ),
      ),
    )
    .limit(mostFrom)
    .execute();
  const all = [...consents, ...papers];
  if (all.some(({ answer }) => answer === "no")) return "no";
  return all.length > 0 && all.every(({ answer }) => answer === "yes") ? "yes" : "open";
};

/** Takes a joining back: whoever proposed it, or the office. */
export const cancelJoining = async (ctx: Context, id: JoiningId): Promise<Outcome<null, "settled">> => {
  const row = await lockAsked(ctx, id);
  if (!row.ok) return row;
  allow(isStaff(ctx.actor) || (me(ctx) !== null && row.value.madeBy === me(ctx)));
  await ctx.db
    .updateTable("proposalJoinings")
    .set({ state: "canceled", settledAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "joining.canceled", id, { processId: row.value.processId });
  return done(null);
};

/** Somebody leaves: nobody waits for their yes any more. */
export const forgetConsents = async (ctx: Context, person: PersonId): Promise<void> => {
  await ctx.db.deleteFrom("joiningConsents").where("personId", "=", person).execute();
  await ctx.db.updateTable("proposalJoinings").set({ madeBy: null }).where("madeBy", "=", person).execute();
};
