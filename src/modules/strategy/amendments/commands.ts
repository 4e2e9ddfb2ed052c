import * as z from "zod";
import { holds } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { collides } from "#methods/amendment.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { Amendment } from "#modules/strategy/schema.ts";
import type { VersionId } from "#modules/strategy/texts/queries.ts";
import { recommendations } from "#modules/strategy/vocabulary.ts";
import { say } from "./messages.ts";
import { type AmendmentId, type AmendmentRow, changeOf, findAmendment, listAmendments } from "./queries.ts";

/** The words that say why something was decided. */
export const DecisionInput = z.object({ words: paragraph(4_000) });

export const RecommendationInput = z.object({
  recommendation: z.enum(recommendations),
  words: paragraph(4_000),
});

const locked = async (ctx: Context, id: AmendmentId) => {
  found(
    await ctx.db.selectFrom("amendments").select("id").where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  return found(await findAmendment(ctx, id));
};

/** Whether the asker wrote it, or speaks for whoever did. */
export const isAuthor = async (
  ctx: Context,
  { personId, seatId, organizationId }: Pick<Amendment, "personId" | "seatId" | "organizationId">,
): Promise<boolean> => {
  const { actor } = ctx;
  if (actor.kind !== "person") return false;
  if (personId === actor.id) return true;
  if (organizationId && holds(actor, "representative", organizationId)) return true;
  return seatId !== null && (await ownSeats(ctx)).some(({ id }) => id === seatId);
};

/** Whoever wrote it hears what became of it, unless they did that themselves. */
export const tellAuthor = async (
  ctx: Context,
  row: { personId: Id<"person"> | null; number: number },
  text: string,
) => {
  const { actor } = ctx;
  if (!row.personId || (actor.kind === "person" && actor.id === row.personId)) return;
  await notify(ctx, {
    personId: row.personId,
    key: `amendment:${row.number}:${text.slice(0, 60)}`,
    kind: "participation",
    title: say(ctx)("noticeTitle", { number: row.number }),
    text,
    path: paths.amendment(row.number),
  });
};

/** A step on the way of an amendment: its new state, with the words that say why. */
const move = async (ctx: Context, id: AmendmentId, state: Amendment["state"], words: string) => {
  const decided = state === "accepted" || state === "declined";
  const row = await ctx.db
    .updateTable("amendments")
    .set({ state, stateWords: words, changedAt: ctx.now, decidedAt: decided ? ctx.now : null })
    .where("id", "=", id)
    .returning(["personId", "number"])
    .executeTakeFirstOrThrow();
  await record(ctx, `amendment.${state}`, id, { words });
  await closeTask(ctx, "strategy", id, say(ctx)("read"));
  if (state !== "withdrawn") await tellAuthor(ctx, row, words || say(ctx)("published"));
};

export type MoveRefusal = "decided" | "collides" | "merged" | "unread" | "over";

type State = Amendment["state"];

/** From which states a step leads on; whatever is not named here was decided otherwise before. */
const ways = {
  publish: ["submitted", "hidden"],
  accept: ["open", "declined"],
  declined: ["open", "review", "accepted"],
  hidden: ["submitted", "open", "review"],
  recommend: ["open", "review"],
} as const satisfies Readonly<Record<string, readonly State[]>>;

/** Why a step cannot be taken from where the amendment stands; nothing when it can. */
const hinderedBy = (
  step: keyof typeof ways,
  row: Pick<AmendmentRow, "state" | "mergedIntoId" | "versionState">,
): MoveRefusal | undefined => {
  if (row.mergedIntoId) return "merged";
  if (ways[step].some((state) => state === row.state))
    return row.versionState === "adopted" || row.versionState === "replaced" ? "over" : undefined;
  return row.state === "submitted" ? "unread" : "decided";
};

/** The steps the office can take with an amendment as it stands. */
export const stepsFor = (row: AmendmentRow) => ({
  publish: !hinderedBy("publish", row),
  accept: !hinderedBy("accept", row) && (row.amendsId === null || row.state === "open"),
  decline: !hinderedBy("declined", row),
  hide: !hinderedBy("hidden", row),
  recommend: !hinderedBy("recommend", row),
});

/** Read by the office: everybody can see it now. */
export const publishAmendment = async (
  ctx: Context,
  id: AmendmentId,
): Promise<Outcome<null, MoveRefusal>> => {
  allow(may.run(ctx));
  const hindrance = hinderedBy("publish", await locked(ctx, id));
  if (hindrance) return refused(hindrance);
  await move(ctx, id, "open", "");
  return done(null);
};

/**
 * Holds the version of an amendment, before the amendment itself: so do those who tie, merge and adopt, and whoever
 * changes something in it at the same moment waits.
 */
export const holdVersionOf = async (ctx: Context, id: AmendmentId): Promise<VersionId> => {
  const versionOf = async () => found(await findAmendment(ctx, id)).versionId;
  const before = await versionOf();
  await ctx.db.selectFrom("strategyVersions").select("id").where("id", "=", before).forUpdate().execute();
  return (await versionOf()) === before ? before : holdVersionOf(ctx, id);
};

/** Accepted: it will stand in the next version. Two that collide are never both accepted. */
export const acceptAmendment = async (
  ctx: Context,
  id: AmendmentId,
  words: string,
): Promise<Outcome<null, MoveRefusal>> => {
  allow(may.run(ctx));
  const versionId = await holdVersionOf(ctx, id);
  const row = await locked(ctx, id);
  // What amends an amendment is taken over into it (see the room "refinements").
  if (row.amendsId) throw new NotFound();
  const hindrance = hinderedBy("accept", row);
  if (hindrance) return refused(hindrance);
  const accepted = await listAmendments(ctx, { version: versionId, states: ["accepted"] });
  if (accepted.some((other) => other.id !== id && collides(changeOf(row), changeOf(other))))
    return refused("collides");
  await move(ctx, id, "accepted", words);
  return done(null);
};

/** Declined, or hidden because it breaks the rules; always with a reason. */
export const turnDown = async (
  ctx: Context,
  id: AmendmentId,
  state: "declined" | "hidden",
  words: string,
): Promise<Outcome<null, MoveRefusal>> => {
  allow(may.run(ctx));
  await holdVersionOf(ctx, id);
  const hindrance = hinderedBy(state, await locked(ctx, id));
  if (hindrance) return refused(hindrance);
  await move(ctx, id, state, words);
  return done(null);
};

/** What the office or the chair would do with it, and why; the decision is not taken by that. */
export const recommend = async (
  ctx: Context,
  id: AmendmentId,
  { recommendation, words }: z.output<typeof RecommendationInput>,
): Promise<Outcome<null, MoveRefusal>> => {
  allow(may.run(ctx));
  const hindrance = hinderedBy("recommend", await locked(ctx, id));
  if (hindrance) return refused(hindrance);
  await ctx.db
    .updateTable("amendments")
    .set({ recommendation, recommendationWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "amendment.recommended", id, { recommendation, words });
  return done(null);
};

/** Its author takes it back, as long as it is not decided. */
export const withdrawAmendment = async (
  ctx: Context,
  id: AmendmentId,
): Promise<Outcome<null, MoveRefusal>> => {
  await holdVersionOf(ctx, id);
  const row = await locked(ctx, id);
  allow(await isAuthor(ctx, row));
  if (!["submitted", "open", "review"].includes(row.state)) return refused("decided");
  await move(ctx, id, "withdrawn", "");
  return done(null);
};

/** Whoever wrote it is forgotten; what was proposed stays. */
export const forgetAuthor = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("amendments")
    .set({ personId: null, name: "" })
    .where("personId", "=", person)
    .execute();
};

/** Of two organizations one was made: it is the author now. */
export const moveAuthors = async (
  ctx: Context,
  from: Id<"organization">,
  into: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("amendments")
    .set({ organizationId: into })
    .where("organizationId", "=", from)
    .execute();
};
