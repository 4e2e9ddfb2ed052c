import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { amount, day, line, paragraph } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { figure } from "#modules/strategy/indicators/commands.ts";
import { writeToOrganization } from "#modules/strategy/letters/commands.ts";
import { tieAsHouse } from "#modules/strategy/measures/commands.ts";
import { findMeasure, isOpen, type MeasureId } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { type CommitmentKind, commitmentKinds } from "#modules/strategy/vocabulary.ts";
import { say } from "./messages.ts";
import { type CommitmentId, type CommitmentRow, findCommitment } from "./queries.ts";
import { promiseText } from "./vocabulary.ts";

// Money is typed in euros and kept in cents; everything else is a plain number.
const cents = amount(1, 100_000_000_000);
const count = figure(0, 1_000_000);

const amountOf = (kind: CommitmentKind, text: string, issues: z.RefinementCtx, atLeast: number): number => {
  const parsed = (kind === "money" ? cents : count).safeParse(text);
  if (parsed.success && parsed.data >= atLeast) return parsed.data;
  issues.addIssue({ code: "custom", message: kind === "money" ? "amount" : "figure", path: ["amount"] });
  return z.NEVER;
};

/** What is given, from when to when: hours and people a year, rooms and things in number, money in cents. */
export const CommitmentInput = z
  .object({
    kind: z.enum(commitmentKinds),
    amount: line(40),
    words: line(500),
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { error: "order", path: ["endsOn"] })
  .transform((input, issues) => ({ ...input, amount: amountOf(input.kind, input.amount, issues, 1e-9) }));
export type CommitmentInput = z.output<typeof CommitmentInput>;

export const AnswerInput = z
  .object({
    answer: z.enum(["confirmed", "declined"]),
    words: paragraph(1_000)
      .optional()
      .transform((value) => value ?? ""),
  })
  .refine(({ answer, words }) => answer === "confirmed" || words !== "", { error: "why", path: ["words"] });
export type AnswerInput = z.output<typeof AnswerInput>;

/** What was given so far, as it is typed for a commitment of this kind. */
export const givenInput = (kind: CommitmentKind) =>
  z.object({ given: line(40) }).transform(({ given }, issues) => {
    const parsed = (kind === "money" ? amount(0, 100_000_000_000) : count).safeParse(given);
    if (parsed.success) return parsed.data;
    issues.addIssue({ code: "custom", message: kind === "money" ? "amount" : "figure", path: ["given"] });
    return z.NEVER;
  });

export type OfferRefusal = "closed" | "over";
export type AnswerRefusal = "answered";
export type GivenRefusal = "notConfirmed";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const wordsOf = (ctx: Context, row: CommitmentRow) => ({
  promise: promiseText(ctx, row),
  organization: row.organization,
  measure: row.measure,
});

const putOnWorklist = async (ctx: Context, row: CommitmentRow): Promise<void> => {
  const words = wordsOf(ctx, row);
  await openTask(ctx, {
    kind: "strategy",
    subjectId: row.id,
    title: say(ctx)("offeredTask", words),
    detail: say(ctx)("offeredDetail", words),
    path: paths.officeCommitment(row.id),
    dueAt: instantAt(plusDays(dayOf(ctx.now), 7)),
  });
};

/** Writes a commitment down and ties it to its measure; for rooms that asked who may. */
export const keepCommitment = async (
  ctx: Context,
  values: CommitmentInput & {
    readonly measureId: MeasureId;
    readonly organizationId: Id<"organization">;
    readonly renewsId?: CommitmentId;
  },
): Promise<CommitmentId> => {
  // What the office types in was agreed already; what a partner offers is looked at first.
  const agreed = may.run(ctx);
  const { id } = await ctx.db
    .insertInto("measureCommitments")
    .values({
      ...values,
      state: agreed ? "confirmed" : "offered",
      answeredBy: agreed ? myself(ctx) : null,
      answeredAt: agreed ? ctx.now : null,
      madeBy: myself(ctx),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tieAsHouse(ctx, { kind: "measure", id: values.measureId }, { kind: "measureCommitment", id });
  if (!agreed) await putOnWorklist(ctx, found(await findCommitment(ctx, id)));
  await record(ctx, agreed ? "measure_commitment.confirmed" : "measure_commitment.offered", id, {
    measureId: values.measureId,
    organizationId: values.organizationId,
    kind: values.kind,
  });
  return id;
};

/** An organization promises something for a measure that is not over; typed in by the office it stands at once. */
export const offerCommitment = async (
  ctx: Context,
  measureId: MeasureId,
  organizationId: Id<"organization">,
  input: CommitmentInput,
): Promise<Outcome<CommitmentId, OfferRefusal>> => {
  allow(may.promise(ctx, organizationId) || may.run(ctx));
  const { state } = found(await findMeasure(ctx, measureId));
  found(await findOrganization(ctx, organizationId));
  if (!isOpen(state) && !may.run(ctx)) return refused("closed");
  if (input.endsOn < dayOf(ctx.now) && !may.run(ctx)) return refused("over");
  return done(await keepCommitment(ctx, { ...input, measureId, organizationId }));
};

// The row is locked first, so that two answers queue; what the asker may not see is not there.
export const lockCommitment = async (ctx: Context, id: CommitmentId): Promise<CommitmentRow> => {
  await ctx.db.selectFrom("measureCommitments").select("id").where("id", "=", id).forUpdate().execute();
  return found(await findCommitment(ctx, id));
};

/** The office says yes, or no with a reason; the organization hears of it. */
export const answerCommitment = async (
  ctx: Context,
  id: CommitmentId,
  { answer, words }: AnswerInput,
): Promise<Outcome<null, AnswerRefusal>> => {
  allow(may.run(ctx));
  const row = await lockCommitment(ctx, id);
  if (row.state !== "offered") return refused("answered");
  await ctx.db
    .updateTable("measureCommitments")
    .set({
      state: answer,
      stateWords: words,
      answeredBy: myself(ctx),
      answeredAt: ctx.now,
      changedAt: ctx.now,
    })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "strategy", id, say(ctx)("settled"));
  const said = { ...wordsOf(ctx, row), words };
  await writeToOrganization(ctx, row.organizationId, {
    key: `measure_commitment.${answer}:${id}`,
    title: say(ctx)(answer === "confirmed" ? "confirmedTitle" : "declinedTitle", said),
    text: say(ctx)(answer === "confirmed" ? "confirmedText" : "declinedText", said),
    path: paths.commitment(id),
  });
  await record(ctx, `measure_commitment.${answer}`, id, { measureId: row.measureId, words });
  return done(null);
};

/** What was really given so far, in the unit of its kind; it replaces what was said before. */
export const tellGiven = async (
  ctx: Context,
  id: CommitmentId,
  given: number,
): Promise<Outcome<null, GivenRefusal>> => {
  const row = await lockCommitment(ctx, id);
  allow(may.promise(ctx, row.organizationId) || may.run(ctx));
  if (row.state !== "confirmed" && row.state !== "ended") return refused("notConfirmed");
  await ctx.db
    .updateTable("measureCommitments")
    .set({ given, givenOn: dayOf(ctx.now), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "measure_commitment.given", id, { from: row.given, to: given });
  return done(null);
};

/** What an organization gives is given by the one it was merged into. */
export const moveCommitments = async (
  ctx: Context,
  from: Id<"organization">,
  into: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("measureCommitments")
    .set({ organizationId: into })
    .where("organizationId", "=", from)
    .execute();
};

/** A person leaves: what they promised for their organization stays, without their name. */
export const forgetPromiser = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.updateTable("measureCommitments").set({ madeBy: null }).where("madeBy", "=", person).execute();
};
