import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { seatsFree } from "#modules/opportunities/vocabulary.ts";
import { mayBeReferred } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { takeOffShortlist } from "#modules/placements/commands.ts";
import { paths } from "#modules/placements/paths.ts";
import { may, ways } from "#modules/placements/policy.ts";
import { dueIn } from "#modules/placements/queries.ts";
import type { Referral, ReferralLink } from "#modules/placements/schema.ts";
import {
  type Reason,
  type ReferralState,
  reasonName,
  type StepChannel,
  type StepKind,
} from "#modules/placements/vocabulary.ts";
import { say } from "./messages.ts";
import { type ReferralRow, readReferral } from "./queries.ts";

export type Step = {
  readonly reason?: Reason | undefined;
  readonly words?: string | undefined;
  readonly channel?: StepChannel | undefined;
  /** The organization took it; with the name of whoever held its link. */
  readonly byOrganization?: boolean | undefined;
  readonly byName?: string | undefined;
};

const me = ({ actor }: Pick<Context, "actor">): Id<"person"> | null =>
  actor.kind === "person" ? actor.id : null;

/** The referral, held until this transaction ends: two who decide at once queue, and the second is told. */
export const lockReferral = async (ctx: Context, id: Id<"referral">): Promise<ReferralRow> => {
  await ctx.db.selectFrom("referrals").select("id").where("id", "=", id).forUpdate().execute();
  return found(await readReferral(ctx, id));
};

/** Writes one dated line into the history of a referral. */
export const noteStep = async (
  ctx: Context,
  id: Id<"referral">,
  state: StepKind,
  step: Step = {},
): Promise<void> => {
  await ctx.db
    .insertInto("referralStates")
    .values({
      referralId: id,
      state,
      reason: step.reason ?? "",
      words: step.words ?? "",
      channel: step.channel ?? "system",
      byId: me(ctx),
      byName: step.byName ?? "",
      byOrganization: step.byOrganization ?? false,
    })
    .execute();
};

/** Moves a locked referral on, if there is a way. Who may do so is asked by the commands that call it. */
export const move = async (
  ctx: Context,
  referral: Pick<Referral, "id" | "state" | "personId">,
  to: ReferralState,
  step: Step = {},
): Promise<Outcome<ReferralState, "notNow">> => {
  if (!ways[referral.state].includes(to)) return refused("notNow");
  await ctx.db
    .updateTable("referrals")
    .set({ state: to, stateSince: ctx.now })
    .where("id", "=", referral.id)
    .execute();
  await noteStep(ctx, referral.id, to, step);
  await record(ctx, `referral.${to}`, referral.id, {
    personId: referral.personId,
    reason: step.reason ?? null,
  });
  return done(to);
};

/** Takes off the worklist what waited for this referral. */
export const closeTasks = async (ctx: Context, id: Id<"referral">, outcome: string): Promise<void> => {
  for (const kind of ["release", "answer", "trial"] as const) await closeTask(ctx, kind, id, outcome);
};

/** It did not work out: the office looks for something else, for nobody is to be lost. */
export const askForProposal = (ctx: Context, referral: ReferralRow, reason: Reason | undefined) =>
  openTask(ctx, {
    kind: "proposal",
    subjectId: referral.id,
    title: say(ctx)("taskProposal", { name: referral.name }),
    detail: say(ctx)("taskProposalDetail", {
      ...referral,
      reason: reason ? reasonName(ctx, reason) : say(ctx)("noReason"),
    }),
    path: paths.fileAt(referral.personId, "vorschlaege"),
    personId: referral.personId,
    ownerId: referral.madeBy,
    dueAt: dueIn(ctx, 2),
  });

const daysOfLink = 60;

/** A link for one mail; what the database keeps of it is a hash. */
export const makeLink = async (
  ctx: Context,
  referralId: Id<"referral">,
  purpose: ReferralLink["purpose"],
  recipient: { readonly name: string; readonly personId: Id<"person"> | null },
): Promise<string> => {
  const { token, hash } = newToken();
  await ctx.db
    .insertInto("referralLinks")
    .values({
      tokenHash: hash,
      referralId,
      purpose,
      recipient: recipient.name,
      personId: recipient.personId,
      expiresAt: new Date(+ctx.now + daysOfLink * 86_400_000),
    })
    .execute();
  return token;
};

export type Proposal = {
  readonly personId: Id<"person">;
  readonly opportunityId: Id<"opportunity">;
  readonly words?: string | undefined;
  readonly consultationId?: Id<"consultation"> | null | undefined;
};

export type ProposalRefusal =
  | "left"
  | "guardianMissing"
  | "guardianNotAgreed"
  | "closed"
  | "full"
  | "already";

/** Proposes one place to one person. Nobody outside hears of it before the person releases it. */
export const propose = async (
  ctx: Context,
  proposal: Proposal,
): Promise<Outcome<Id<"referral">, ProposalRefusal>> => {
  allow(may.consult(ctx));
  const person = found(await findPerson(ctx, proposal.personId));
  const offer = found(await findOpportunity(ctx, proposal.opportunityId));
  const fit = mayBeReferred(person);
  if (!fit.ok) return fit;
  if (offer.state !== "published") return refused("closed");
  if (seatsFree(offer) === 0) return refused("full");
  const { personId, opportunityId, words = "", consultationId = null } = proposal;
  // Numbers follow each other without a gap, so those who count at once take turns.
  await sql`select pg_advisory_xact_lock(hashtext('referrals ' || ${ctx.place.id}::text))`.execute(ctx.db);
  const row = await ctx.db
    .insertInto("referrals")
    .values(({ selectFrom }) => ({
      number: selectFrom("referrals").select(sql<number>`coalesce(max(number), 0) + 1`.as("next")),
      personId,
      opportunityId,
      organizationId: offer.organizationId,
      consultationId,
      state: "proposed",
      words,
      madeBy: me(ctx),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await noteStep(ctx, row.id, "proposed", { words });
  await takeOffShortlist(ctx, personId, opportunityId);
  await record(ctx, "referral.proposed", row.id, { personId, opportunityId });
  await openTask(ctx, {
    kind: "release",
    subjectId: row.id,
    title: say(ctx)("taskRelease", { name: person.name, organization: offer.organization }),
    detail: say(ctx)("taskReleaseDetail", { title: offer.title }),
    path: paths.referral(row.id),
    personId,
    ownerId: me(ctx),
    dueAt: dueIn(ctx, 0),
  });
  return done(row.id);
};

/** Two organizations were one: the referrals go with the one that lives on. */
export const moveReferrals = async (
  ctx: Context,
  from: Id<"organization">,
  into: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("referrals")
    .set({ organizationId: into })
    .where("organizationId", "=", from)
    .execute();
};
