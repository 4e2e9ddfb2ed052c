import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { openTask } from "#modules/desk/commands.ts";
import { invite } from "#modules/opportunities/invitations/commands.ts";
import { findOpportunity, type WholeOpportunity } from "#modules/opportunities/queries.ts";
import { reasonsIn } from "#modules/opportunities/suggestions/vocabulary.ts";
import { paths } from "#modules/shifts/paths.ts";
import { findPlaces, type Place } from "#modules/shifts/places/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import { say } from "./messages.ts";
import { type Candidate, findCandidates } from "./queries.ts";

type CallId = Id<"shiftCall">;

const me = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

export type CallInput = {
  readonly needId: Id<"shiftNeed">;
  /** How many are asked. */
  readonly most: number;
  readonly words?: string | undefined;
};

export type CallRefusal = "past" | "enough" | "nobody" | "notOpen";

type Invited = Parameters<NonNullable<Parameters<typeof invite>[1]["tell"]>>[0];

const factsOf = (ctx: Context, place: Place) => ({
  offer: place.offer,
  organization: place.organization,
  role: place.role,
  when: dayAndTime(ctx, place.startsAt, place.endsAt),
});

/** A shift that lacks people cannot wait for tomorrow's letter; whoever reads no mail is phoned by the office. */
const tellAsked = async (
  ctx: Context,
  place: Place,
  invited: Invited & {
    readonly reasons: readonly string[];
    readonly email: string | null;
    readonly words: string;
  },
): Promise<void> => {
  const { id, personId, name, language, token, byMail, email, reasons } = invited;
  if (!byMail || !email) {
    await openTask(ctx, {
      kind: "shift",
      subjectId: `call ${id}`,
      title: say(ctx)("taskTitle", { name }),
      detail: say(ctx)("taskDetail", factsOf(ctx, place)),
      path: paths.calls(place.opportunityId, place.shiftId),
      personId,
      dueAt: place.startsAt,
    });
    return;
  }
  const reader = { ...ctx, language };
  const words = say(reader);
  const facts = factsOf(reader, place);
  await sendMail(reader, {
    key: `call:${id}`,
    kind: "shift.call",
    to: { email, name, personId, language },
    subject: words("subject", facts),
    paragraphs: [
      words("text", facts),
      reasons.length > 0 ? words("textFits", { reasons: reasons.join(", ") }) : words("textKnown"),
      ...(invited.words ? [words("textWords", { words: invited.words })] : []),
      words("textNo"),
    ],
    actions: [{ label: words("action"), path: paths.callAnswer(token) }],
  });
};

const emailsOf = async (ctx: Context, ids: readonly Id<"person">[]) => {
  if (ids.length === 0) return new Map<Id<"person">, string | null>();
  const rows = await ctx.db
    .selectFrom("people")
    .select(["id", "email"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, email }) => [id, email]));
};

const openCall = async (ctx: Context, { needId, words = "" }: CallInput): Promise<CallId> => {
  const open = await ctx.db
    .selectFrom("shiftCalls")
    .select("id")
    .where("needId", "=", needId)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (open) {
    await ctx.db.updateTable("shiftCalls").set({ words }).where("id", "=", open.id).execute();
    return open.id;
  }
  const row = { needId, words, madeBy: me(ctx) };
  return (await ctx.db.insertInto("shiftCalls").values(row).returning("id").executeTakeFirstOrThrow()).id;
};

const reasonsOf = (ctx: Context, offer: WholeOpportunity, { fitting }: Candidate): readonly string[] =>
  fitting ? reasonsIn(ctx, fitting.score, offer, fitting.profile).reasons : [];

/** The place of a need that lacks people, for somebody who plans its shifts. */
export const thinPlace = async (
  ctx: Context,
  needId: Id<"shiftNeed">,
): Promise<Outcome<Place, "past" | "enough">> => {
  const place = found((await findPlaces(ctx, [needId]))[0]);
  allow(may.plan(ctx, place));
  if (place.canceledAt || place.startsAt <= ctx.now) return refused("past");
  const { minimum } = await ctx.db
    .selectFrom("shiftNeeds")
    .select("minimum")
    .where("id", "=", needId)
    .executeTakeFirstOrThrow();
  return place.taken >= minimum ? refused("enough") : done(place);
};

/** Asks so many of those who fit best for help with a shift that lacks people; again, and it asks the next ones. */
export const makeCall = async (
  ctx: Context,
  input: CallInput,
): Promise<Outcome<{ readonly id: CallId; readonly asked: number }, CallRefusal>> => {
  // Two who call at once take turns, so that nobody is asked twice.
  await ctx.db
    .selectFrom("shiftNeeds")
    .select("id")
    .where("id", "=", input.needId)
    .forNoKeyUpdate()
    .execute();
  const thin = await thinPlace(ctx, input.needId);
  if (!thin.ok) return thin;
  const place = thin.value;
  const offer = found(await findOpportunity(ctx, place.opportunityId));
  if (offer.state !== "published") return refused("notOpen");
  const { askable } = await findCandidates(ctx, place, offer);
  if (askable.length === 0) return refused("nobody");
  const callId = await openCall(ctx, input);
  const reasons = new Map(askable.map((one) => [one.personId, reasonsOf(ctx, offer, one)]));
  const emails = await emailsOf(ctx, [...reasons.keys()]);
  const outcome = await invite(ctx, {
    opportunityId: offer.id,
    people: askable.map(({ personId, fitting }) => ({
      personId,
      reasons: reasons.get(personId) ?? [],
      score: fitting?.score.score ?? 1,
    })),
    reason: "call",
    callId,
    words: input.words ?? "",
    expiresAt: place.startsAt,
    most: input.most,
    tell: (invited) =>
      tellAsked(ctx, place, {
        ...invited,
        reasons: reasons.get(invited.personId) ?? [],
        email: emails.get(invited.personId) ?? null,
        words: input.words ?? "",
      }),
  });
  const asked = outcome.ok ? outcome.value.length : 0;
  await ctx.db
    .updateTable("shiftCalls")
    .set((set) => ({ asked: set("asked", "+", asked), ...(asked === 0 ? { endedAt: ctx.now } : {}) }))
    .where("id", "=", callId)
    .execute();
  if (asked === 0) return refused("nobody");
  await record(ctx, "call.made", callId, { needId: place.id, opportunityId: offer.id, asked });
  return done({ id: callId, asked });
};

/** Ends the calls for a need as soon as it has what it needs at least; whoever has not answered is told when they look. */
export const endReached = async (ctx: Context, needId: Id<"shiftNeed">): Promise<void> => {
  await ctx.db
    .updateTable("shiftCalls")
    .from("shiftNeeds")
    .set({ endedAt: ctx.now })
    .whereRef("shiftNeeds.id", "=", "shiftCalls.needId")
    .whereRef("shiftNeeds.taken", ">=", "shiftNeeds.minimum")
    .where("shiftCalls.needId", "=", needId)
    .where("shiftCalls.endedAt", "is", null)
    .execute();
};

/** The planner needs nobody any more. */
export const endCall = async (ctx: Context, shiftId: Id<"shift">, callId: CallId): Promise<void> => {
  const call = await ctx.db
    .selectFrom("shiftCalls")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "shiftCalls.needId")
    .select(["shiftCalls.needId", "shiftNeeds.shiftId"])
    .where("shiftCalls.id", "=", callId)
    .executeTakeFirst();
  const { needId } = found(call?.shiftId === shiftId ? call : undefined);
  const place = found((await findPlaces(ctx, [needId]))[0]);
  allow(may.plan(ctx, place));
  await ctx.db
    .updateTable("shiftCalls")
    .set({ endedAt: ctx.now })
    .where("id", "=", callId)
    .where("endedAt", "is", null)
    .execute();
  await record(ctx, "call.ended", callId, { needId, opportunityId: place.opportunityId });
};
