import { sql } from "kysely";
import { isStaff, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { closeTask } from "#modules/desk/commands.ts";
import {
  type Invited,
  passOn,
  takeBack,
  taskOf,
  tellInvited,
  untell,
} from "#modules/opportunities/asking/commands.ts";
import { openings } from "#modules/opportunities/openings/queries.ts";
import { may } from "#modules/opportunities/policy.ts";
import { findOpportunity, type WholeOpportunity } from "#modules/opportunities/queries.ts";
import { reasonsIn } from "#modules/opportunities/suggestions/vocabulary.ts";
import { seatsFree } from "#modules/opportunities/vocabulary.ts";
import { mayBeMailed } from "#modules/people/queries.ts";
import {
  budgetLeft,
  type Fitting,
  findInvitation,
  type Invitation,
  listDeclined,
  listFitting,
  listSpared,
  standingOf,
} from "./queries.ts";

/** So many may be asked about one offer and not have answered yet. */
export const mostWaiting = 10;
/** How long an invitation can be answered. */
export const invitationDays = 14;
const day = 86_400_000;

export type Asking = {
  readonly opportunityId: Id<"opportunity">;
  /** Whom to ask, the most wanted first. */
  readonly people: readonly {
    readonly personId: Id<"person">;
    readonly reasons?: readonly string[];
    readonly score?: number;
  }[];
  /** A general invitation, or a call for help on one shift. */
  readonly reason: "fit" | "call";
  readonly callId?: Id<"shiftCall">;
  readonly words?: string;
  readonly expiresAt?: Date;
  /** At most so many; all of them when it is left out. */
  readonly most?: number;
  /** How they hear of it, when not in the usual way; a call that cannot wait for tomorrow's letter writes at once. */
  readonly tell?: (invited: Invited) => Promise<void>;
};

const lockPeople = async (ctx: Context, ids: readonly Id<"person">[]) =>
  ctx.db
    .selectFrom("people")
    .select(["id", "name", "language"])
    .select(mayBeMailed.as("byMail"))
    .where("id", "in", [...ids])
    .where("leftAt", "is", null)
    // Everybody locks in the same order, so that two who ask the same people wait for each other and never in a ring.
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();

/**
 * Asks these people, as far as their budget allows: it is counted under a lock on each of them, so that two
 * organizations at the same second cannot exceed it. Who declined this offer before is not asked. Answers who was
 * asked.
 */
export const invite = async (
  ctx: Context,
  { opportunityId, people, reason, callId, words, expiresAt, most, tell }: Asking,
): Promise<Outcome<readonly Id<"person">[], "notOpen">> => {
  const offer = found(await findOpportunity(ctx, opportunityId));
  allow(may.change(ctx, offer));
  if (offer.state !== "published") return refused("notOpen");
  if (people.length === 0) return done([]);
  const ids = people.map(({ personId }) => personId);
  const known = new Map((await lockPeople(ctx, ids)).map((person) => [person.id, person]));
  const budget = await budgetLeft(ctx, ids);
  const spared = await (reason === "fit" ? listSpared(ctx, offer, ids) : listDeclined(ctx, offer.id, ids));
  const asked: Id<"person">[] = [];
  for (const { personId, reasons = [], score = 0 } of people) {
    const person = known.get(personId);
    if (!person || spared.has(personId) || (budget.get(personId) ?? 0) < 1) continue;
    if (asked.length >= (most ?? people.length)) break;
    const { token, hash } = newToken();
    const row = await ctx.db
      .insertInto("opportunityInvitations")
      .values({
        opportunityId,
        personId,
        reason,
        callId: callId ?? null,
        words: words ?? "",
        reasons: [...reasons],
        score,
        tokenHash: hash,
        invitedBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
        invitedAt: ctx.now,
        expiresAt: expiresAt ?? new Date(+ctx.now + invitationDays * day),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(["id", "expiresAt"])
      .executeTakeFirst();
    if (!row) continue;
    const invited = { ...row, personId, ...person, id: row.id, token };
    await (tell ? tell(invited) : tellInvited(ctx, offer, invited));
    await record(ctx, "invitation.sent", row.id, { personId, opportunityId, reason });
    asked.push(personId);
  }
  return done(asked);
};

const reasonsFor = (ctx: Context, offer: WholeOpportunity, { score, profile }: Fitting) =>
  reasonsIn(ctx, score, offer, profile).reasons;

export type FitRefusal = "notOpen" | "full" | "nobody" | "waiting";

/** Asks the `n` people whom an offer fits best. Nobody chooses among them: the house does, and names nobody. */
export const inviteFitting = async (
  ctx: Context,
  id: Id<"opportunity">,
  n: number,
): Promise<Outcome<number, FitRefusal>> => {
  const offer = found(await findOpportunity(ctx, id));
  allow(may.change(ctx, offer));
  // Two clicks at once would each see room for ten.
  await ctx.db.selectFrom("opportunities").select("id").where("id", "=", id).forNoKeyUpdate().execute();
  if (offer.state !== "published" || !(await openings(ctx)).get(id)) return refused("notOpen");
  if (seatsFree(offer) === 0) return refused("full");
  const room = mostWaiting - (await standingOf(ctx, id)).waiting;
  if (room <= 0) return refused("waiting");
  const fitting = (await listFitting(ctx, offer)).slice(0, 50);
  const outcome = await invite(ctx, {
    opportunityId: id,
    people: fitting.map((one) => ({
      personId: one.personId,
      reasons: reasonsFor(ctx, offer, one),
      score: one.score.score,
    })),
    reason: "fit",
    most: Math.min(n, room),
  });
  if (!outcome.ok) return outcome;
  return outcome.value.length === 0 ? refused("nobody") : done(outcome.value.length);
};

export type AnswerRefusal = "answered" | "expired" | "notOpen";

const settle = async (ctx: Context, invitation: Invitation, answer: "yes" | "no"): Promise<void> => {
  const { id, personId, opportunityId, reason, callId, answer: before } = invitation;
  await untell(ctx, personId, id);
  await closeTask(ctx, "reminder", taskOf(id), answer);
  if (answer === "no" && reason === "fit") {
    await ctx.db
      .insertInto("dismissals")
      .values({ personId, opportunityId, at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (reason === "fit" && answer === "yes") await passOn(ctx, invitation);
  if (reason === "fit" && before === "yes") {
    await takeBack(ctx, invitation);
    await closeTask(ctx, "answer", taskOf(id), answer);
  }
  await record(ctx, answer === "yes" ? "invitation.accepted" : "invitation.declined", id, {
    personId,
    opportunityId,
    reason,
    callId,
  });
};

const answered = async (
  ctx: Context,
  invitation: Invitation,
  answer: "yes" | "no",
): Promise<Outcome<"yes" | "no", AnswerRefusal>> => {
  const back = invitation.answer === "yes" && answer === "no";
  if (invitation.answer && !back) return refused("answered");
  if (invitation.expired && !back) return refused("expired");
  const { offer } = invitation;
  if (answer === "yes" && (offer.state !== "published" || seatsFree(offer) === 0)) return refused("notOpen");
  const { numUpdatedRows } = await ctx.db
    .updateTable("opportunityInvitations")
    .set({ answer, answeredAt: ctx.now })
    .where("id", "=", invitation.id)
    // Two clicks at once: the first one counts, and only a yes can be taken back.
    .where("answer", back ? "=" : "is", back ? "yes" : null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refused("answered");
  await settle({ ...ctx, actor: system }, invitation, answer);
  return done(answer);
};

/**
 * The answer of whoever holds the link. A yes releases name and contact to this organization for this offer, and can
 * be taken back; a no is remembered, and nobody asks about this offer again.
 */
export const answerInvitation = async (
  ctx: Context,
  token: string,
  answer: "yes" | "no",
): Promise<Outcome<"yes" | "no", AnswerRefusal>> =>
  answered(ctx, found(await findInvitation(ctx, { token })), answer);

/** The answer that the office heard on the phone or at the counter. */
export const noteAnswer = async (
  ctx: Context,
  id: Id<"opportunityInvitation">,
  answer: "yes" | "no",
): Promise<Outcome<"yes" | "no", AnswerRefusal>> => {
  allow(isStaff(ctx.actor));
  return answered(ctx, found(await findInvitation(ctx, { id })), answer);
};

/** Forgets all invitations of a person. */
export const eraseInvitations = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("opportunityInvitations").where("personId", "=", personId).execute();
};

/** Whoever does not want suggestions any more is not waited for: what they were asked and did not answer is over. */
export const lapse = async (ctx: Context, personId: string): Promise<void> => {
  const rows = await ctx.db
    .updateTable("opportunityInvitations")
    .set({ expiresAt: ctx.now })
    .where(sql<boolean>`person_id::text = ${personId}`)
    .where("reason", "=", "fit")
    .where("answer", "is", null)
    .where("expiresAt", ">", ctx.now)
    .returning(["id", "personId"])
    .execute();
  for (const { id, personId: person } of rows) {
    await untell(ctx, person, id);
    await closeTask(ctx, "reminder", taskOf(id), "withdrawn");
  }
};
