import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome } from "#core/outcome.ts";
import {
  forgetConsents,
  type JoiningRefusal,
  lockAsked,
  type NewJoining,
  proposeJoining,
  standing,
} from "#modules/participation/joinings/commands.ts";
import type { JoiningId } from "#modules/participation/joinings/queries.ts";
import { tellPeople } from "#modules/participation/letters/commands.ts";
import { carryOut, type Settled } from "#modules/participation/mergers/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import type { Process, ProposalJoining } from "#modules/participation/schema.ts";
import { say } from "./messages.ts";

type ProposalId = Id<"proposal">;
export type Consent = { readonly answer: "yes" | "no"; readonly words: string };
export type ConsentRefusal = "settled" | "gone" | "late";

const processOf = async (ctx: Context, id: Id<"process">): Promise<Process> =>
  found(await ctx.db.selectFrom("processes").selectAll().where("id", "=", id).executeTakeFirst());

const decline = async (ctx: Context, joining: ProposalJoining, process: Process): Promise<void> => {
  await ctx.db
    .updateTable("proposalJoinings")
    .set({ state: "declined", settledAt: ctx.now })
    .where("id", "=", joining.id)
    .execute();
  const asked = await ctx.db
    .selectFrom("joiningConsents")
    .select("personId")
    .where("joiningId", "=", joining.id)
    .limit(1_000)
    .execute();
  const people = [...asked.map(({ personId }) => personId), ...(joining.madeBy ? [joining.madeBy] : [])];
  await tellPeople(ctx, [...new Set(people)], {
    key: `joining ${joining.id} declined`,
    path: paths.joining(process.slug, joining.id),
    except: ctx.actor.kind === "person" ? ctx.actor.id : undefined,
    say: (reader) => ({ title: say(reader)("noticeDeclined", { process: process.title }) }),
  });
  await record(ctx, "joining.declined", joining.id, { processId: process.id });
};

/** Looks whether all have said yes, or one no, and does what follows from it. */
export const settleJoining = async (
  ctx: Context,
  joining: ProposalJoining,
): Promise<Outcome<Settled, "gone" | "late">> => {
  const answer = await standing(ctx, joining.id);
  if (answer === "open") return done({ state: "asked" });
  const process = await processOf(ctx, joining.processId);
  if (answer === "yes") return carryOut(ctx, joining, process);
  await decline(ctx, joining, process);
  return done({ state: "declined" });
};

/** The same as proposing; whoever is the only author agreed by that, and nobody else is waited for. */
export const askForJoining = async (
  ctx: Context,
  process: Process,
  joining: NewJoining,
): Promise<Outcome<JoiningId, JoiningRefusal>> => {
  const proposed = await proposeJoining(ctx, process, joining);
  if (!proposed.ok) return proposed;
  const asked = await lockAsked(ctx, proposed.value);
  if (asked.ok) await settleJoining(ctx, asked.value);
  return proposed;
};

/** An author says yes or no, and may think better of it as long as others are still asked. One no ends it. */
export const answerJoining = async (
  ctx: Context,
  id: JoiningId,
  consent: Consent,
): Promise<Outcome<Settled, ConsentRefusal>> => {
  const person = signedIn(ctx.actor);
  const joining = await lockAsked(ctx, id);
  if (!joining.ok) return joining;
  found(await keepConsent(ctx, id, person.id, consent, false));
  await record(ctx, "joining.answered", id, { processId: joining.value.processId });
  return settleJoining(ctx, joining.value);
};

const keepConsent = (
  ctx: Context,
  joiningId: JoiningId,
  personId: Id<"person">,
  { answer, words }: Consent,
  byOffice: boolean,
) =>
  ctx.db
    .updateTable("joiningConsents")
    .set({ answer, words, byOffice, answeredAt: ctx.now })
    .where("joiningId", "=", joiningId)
    .where("personId", "=", personId)
    .returning("personId")
    .executeTakeFirst();

/** Whom the office asked by telephone or on paper: an author, or a proposal whose authors have no file here. */
export type AskedBeside = { readonly person: Id<"person"> } | { readonly proposal: ProposalId };

/** The office writes down what was said by telephone or on paper, and how it was said. */
export const writeConsent = async (
  ctx: Context,
  id: JoiningId,
  asked: AskedBeside,
  consent: Consent,
): Promise<Outcome<Settled, ConsentRefusal>> => {
  allow(may.run(ctx));
  const joining = await lockAsked(ctx, id);
  if (!joining.ok) return joining;
  if ("person" in asked) found(await keepConsent(ctx, id, asked.person, consent, true));
  else
    found(
      await ctx.db
        .updateTable("joiningProposals")
        .set({ consent: consent.answer, consentWords: consent.words, consentAt: ctx.now })
        .where("joiningId", "=", id)
        .where("proposalId", "=", asked.proposal)
        .where("role", "=", "from")
        .returning("proposalId")
        .executeTakeFirst(),
    );
  await record(ctx, "joining.answered", id, { processId: joining.value.processId, byOffice: true });
  return settleJoining(ctx, joining.value);
};

/** Somebody leaves: nobody waits for their yes any more, and what the others agreed to is carried out. */
export const leaveJoinings = async (ctx: Context, person: Id<"person">): Promise<void> => {
  const waiting = await ctx.db
    .selectFrom("joiningConsents as consent")
    .innerJoin("proposalJoinings as joining", "joining.id", "consent.joiningId")
    .select("joining.id")
    .where("consent.personId", "=", person)
    .where("joining.state", "=", "asked")
    .limit(1_000)
    .execute();
  await forgetConsents(ctx, person);
  for (const { id } of waiting) {
    const joining = await lockAsked(ctx, id);
    if (joining.ok) await settleJoining(ctx, joining.value);
  }
};

/** The job that looks at the joinings of a proposal after one of its authors has left it. */
export const leavingJob = "joining.leave";

/**
 * One of several authors is none any more: nobody waits for their yes, unless another proposal of the same joining is
 * theirs as well. What the others agreed to is carried out.
 */
export const leaveProposal = async (
  ctx: Context,
  proposal: ProposalId,
  person: Id<"person">,
): Promise<void> => {
  const waiting = await ctx.db
    .selectFrom("joiningProposals as end")
    .innerJoin("proposalJoinings as joining", "joining.id", "end.joiningId")
    .select("joining.id")
    .where("end.proposalId", "=", proposal)
    .where("end.role", "=", "from")
    .where("joining.state", "=", "asked")
    .limit(1)
    .executeTakeFirst();
  const joining = waiting && (await lockAsked(ctx, waiting.id));
  if (!joining?.ok) return;
  const left = await ctx.db
    .deleteFrom("joiningConsents")
    .where("joiningId", "=", joining.value.id)
    .where("personId", "=", person)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("joiningProposals as end")
            .innerJoin("proposalAuthors as author", "author.proposalId", "end.proposalId")
            .select("author.personId")
            .where("end.joiningId", "=", joining.value.id)
            .where("end.role", "=", "from")
            .where("author.personId", "=", person),
        ),
      ),
    )
    .returning("personId")
    .executeTakeFirst();
  if (left) await settleJoining(ctx, joining.value);
};
