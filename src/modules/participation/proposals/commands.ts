import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { plainWords } from "#methods/likeness.ts";
import { may } from "#modules/participation/policy.ts";
import { currentPhase, homeOf } from "#modules/participation/queries.ts";
import type { Process, Proposal } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { mayEdit, takesProposals } from "./policy.ts";
import { listAuthors } from "./queries.ts";

type PersonId = Id<"person">;

/** What a proposal says. */
export type ProposalWords = {
  readonly title: string;
  readonly words: string;
  readonly placeWords?: string | undefined;
  readonly point?: { readonly latitude: number; readonly longitude: number } | null | undefined;
  readonly costCents?: number | null | undefined;
  readonly costWords?: string | undefined;
};

export type NewProposal = ProposalWords & {
  readonly how: Proposal["how"];
  /** Shown under the authors' names, or not. */
  readonly named: boolean;
  readonly organizationId?: Id<"organization"> | null | undefined;
  readonly cardClusterId?: Id<"cardCluster"> | null | undefined;
  /** Who it is from, where no person's file says so: a name on paper, a table of a workshop. */
  readonly authorWords?: string | undefined;
  /** Whose it is; the office says so, everybody else writes for themselves. */
  readonly authorIds?: readonly PersonId[] | undefined;
};

export type ProposalRefusal = "notOpen" | "notAllowed" | "tooMany";
export type Added = { readonly id: Id<"proposal">; readonly number: number };

const mostAnHour = 5;
const hour = 3_600_000;

const columnsOf = ({ title, words, placeWords = "", point, costCents, costWords = "" }: ProposalWords) => ({
  title,
  words,
  summary: plainWords(`${title} ${placeWords} ${words}`).slice(0, 500),
  placeWords,
  latitude: point?.latitude ?? null,
  longitude: point?.longitude ?? null,
  costCents: costCents ?? null,
  costWords,
});

/**
 * Keeps a proposal without asking who may: for commands that asked already. Its number is drawn from the row of the
 * process, so that two proposals of the same moment queue for it.
 */
export const keepProposal = async (
  ctx: Context,
  process: Pick<Process, "id">,
  proposal: NewProposal,
): Promise<Added> => {
  const { proposalCount: number } = found(
    await ctx.db
      .updateTable("processes")
      .set((old) => ({ proposalCount: old("proposalCount", "+", 1) }))
      .where("id", "=", process.id)
      .returning("proposalCount")
      .executeTakeFirst(),
  );
  const { how, named, organizationId = null, cardClusterId = null, authorWords = "" } = proposal;
  const { id } = await ctx.db
    .insertInto("proposals")
    .values({
      ...columnsOf(proposal),
      processId: process.id,
      number,
      how,
      organizationId,
      cardClusterId,
      authorWords,
      typedBy: how !== "online" && ctx.actor.kind === "person" ? ctx.actor.id : null,
      publishedAt: ctx.now,
      madeAt: ctx.now,
      changedAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const authors = [...new Set(proposal.authorIds ?? [])];
  if (authors.length > 0) {
    await ctx.db
      .insertInto("proposalAuthors")
      .values(authors.map((personId) => ({ proposalId: id, personId, named, madeAt: ctx.now })))
      .execute();
    await ctx.db
      .insertInto("processFollowers")
      .values(authors.map((personId) => ({ processId: process.id, personId, madeAt: ctx.now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await record(ctx, "proposal.added", id, { processId: process.id, number, how });
  await addStep(ctx, id, "published");
  return { id, number };
};

const lockProcess = async (ctx: Context, { id }: Pick<Process, "id">): Promise<Process> =>
  found(await ctx.db.selectFrom("processes").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

const isTooQuick = async (ctx: Context, person: PersonId): Promise<boolean> => {
  const { n } = await ctx.db
    .selectFrom("proposalAuthors")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("personId", "=", person)
    .where("madeAt", ">", new Date(+ctx.now - hour))
    .executeTakeFirstOrThrow();
  return n >= mostAnHour;
};

const speaksFor = ({ actor }: Context, organization: Id<"organization">): boolean =>
  actor.kind === "person" &&
  actor.grants.some(
    ({ role, organizationId }) => role === "representative" && organizationId === organization,
  );

/**
 * Somebody proposes something, while the process collects; paper and workshops the office adds until the decision
 * begins, for what lies on its desk was written in time. At most five an hour by one person.
 */
export const addProposal = async (
  ctx: Context,
  process: Pick<Process, "id">,
  proposal: NewProposal,
): Promise<Outcome<Added, ProposalRefusal>> => {
  const locked = await lockProcess(ctx, process);
  const phase = await currentPhase(ctx, locked);
  const office = isStaff(ctx.actor) && proposal.how !== "online";
  if (office ? !["draft", "published"].includes(locked.state) || phase === "decide" : !takesProposals(phase))
    return refused("notOpen");
  if (office || ctx.actor.kind === "system") return done(await keepProposal(ctx, locked, proposal));
  if (ctx.actor.kind !== "person" || proposal.how !== "online") return refused("notAllowed");
  if (!may.write(ctx, locked, await homeOf(ctx))) return refused("notAllowed");
  if (proposal.organizationId && !speaksFor(ctx, proposal.organizationId)) return refused("notAllowed");
  if (await isTooQuick(ctx, ctx.actor.id)) return refused("tooMany");
  return done(await keepProposal(ctx, locked, { ...proposal, authorIds: [ctx.actor.id] }));
};

const lockProposal = async (ctx: Context, id: Id<"proposal">): Promise<Proposal> =>
  found(await ctx.db.selectFrom("proposals").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

/** The proposal under its lock, if whoever acts may change it now. */
export const proposalToEdit = async (
  ctx: Context,
  process: Process,
  id: Id<"proposal">,
): Promise<Outcome<Proposal, "notOpen">> => {
  const [authors, phase] = [await listAuthors(ctx, [id]), await currentPhase(ctx, process)];
  const proposal = await lockProposal(ctx, id);
  const asAuthor = mayEdit(ctx, proposal, authors, "collect");
  allow(asAuthor || proposal.state !== "published");
  return mayEdit(ctx, proposal, authors, phase) ? done(proposal) : refused("notOpen");
};

/** The authors say it better. What it said before stays in the history, and everybody sees that it changed. */
export const editProposal = async (
  ctx: Context,
  process: Process,
  id: Id<"proposal">,
  words: ProposalWords,
): Promise<Outcome<null, "notOpen">> => {
  const before = await proposalToEdit(ctx, process, id);
  if (!before.ok) return before;
  const columns = columnsOf(words);
  const old = before.value;
  const same = (Object.keys(columns) as (keyof typeof columns)[]).every((key) => columns[key] === old[key]);
  if (same) return done(null);
  await ctx.db
    .updateTable("proposals")
    .set({ ...columns, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const { title, words: said, placeWords, costCents } = old;
  await record(ctx, "proposal.edited", id, {
    processId: process.id,
    before: { title, words: said, placeWords, costCents },
  });
  await addStep(ctx, id, "edited");
  return done(null);
};

/**
 * The author takes the proposal back. With several authors only this one leaves, for it is the others' as well;
 * answers whether the proposal itself is withdrawn.
 */
export const withdrawProposal = async (
  ctx: Context,
  process: Process,
  id: Id<"proposal">,
): Promise<Outcome<{ readonly withdrawn: boolean }, "notOpen">> => {
  const locked = await proposalToEdit(ctx, process, id);
  if (!locked.ok) return locked;
  const authors = await listAuthors(ctx, [id]);
  const { actor } = ctx;
  const own = actor.kind === "person" && authors.some(({ personId }) => personId === actor.id);
  if (own && authors.length > 1) {
    await ctx.db
      .deleteFrom("proposalAuthors")
      .where("proposalId", "=", id)
      .where("personId", "=", actor.id)
      .execute();
    await record(ctx, "proposal.left", id, { processId: process.id });
    return done({ withdrawn: false });
  }
  await ctx.db
    .updateTable("proposals")
    .set({ state: "withdrawn", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "proposal.withdrawn", id, { processId: process.id });
  await addStep(ctx, id, "withdrawn");
  return done({ withdrawn: true });
};

/** Somebody leaves: what they proposed stays, without them. */
export const forgetAuthor = async (ctx: Context, person: PersonId): Promise<void> => {
  await ctx.db.deleteFrom("proposalAuthors").where("personId", "=", person).execute();
  await ctx.db.updateTable("proposals").set({ typedBy: null }).where("typedBy", "=", person).execute();
};
