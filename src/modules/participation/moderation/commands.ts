import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { nextOpeningEnd } from "#methods/opening-hours.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { tellPeople } from "#modules/participation/letters/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Moderation } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { say } from "./messages.ts";
import { authorsOf, findModeration, findSubject, type Subject, type SubjectKind } from "./queries.ts";

type ModerationId = Id<"moderation">;

export type Judgment = {
  readonly action: Moderation["action"];
  readonly reason: Moderation["reason"];
  /** The reason in words, for everybody to read. */
  readonly words: string;
};

const setState = async (
  ctx: Context,
  { kind, id }: Subject,
  state: "hidden" | "published",
): Promise<void> => {
  if (kind === "reason")
    await ctx.db
      .updateTable("proposalReasons")
      .set({ state })
      .where("id", "=", id as Id<"proposalReason">)
      .execute();
  else if (kind === "question")
    await ctx.db
      .updateTable("processAnswers")
      .set({ state })
      .where("id", "=", id as Id<"processAnswer">)
      .execute();
  else {
    await ctx.db
      .updateTable("proposals")
      .set({ state, changedAt: ctx.now })
      .where("id", "=", id as Id<"proposal">)
      .execute();
    await addStep(ctx, id as Id<"proposal">, state === "hidden" ? "hidden" : "shown");
  }
};

const slugOf = async (ctx: Context, process: ProcessId): Promise<string> =>
  found(await ctx.db.selectFrom("processes").select("slug").where("id", "=", process).executeTakeFirst())
    .slug;

const tellAuthors = async (ctx: Context, process: ProcessId, moderation: Moderation): Promise<void> => {
  const slug = await slugOf(ctx, process);
  await tellPeople(ctx, await authorsOf(ctx, moderation), {
    key: `moderation ${moderation.id}`,
    say: (reader) => ({
      title: say(reader)(moderation.action === "hidden" ? "toldHidden" : "toldShown"),
      text: moderation.words,
    }),
    path: moderation.action === "hidden" ? paths.redress(slug, moderation.id) : paths.moderation(slug),
  });
};

/**
 * Hides something that somebody wrote, or shows it again, with a reason for everybody. Whoever wrote it is told and
 * may object. Only what stands there can be hidden, and only what is hidden shown.
 */
export const moderate = async (
  ctx: Context,
  process: ProcessId,
  target: { readonly kind: SubjectKind; readonly id: string },
  { action, reason, words }: Judgment,
): Promise<Outcome<ModerationId, "same" | "gone">> => {
  allow(may.run(ctx));
  await ctx.db.selectFrom("processes").select("id").where("id", "=", process).forUpdate().execute();
  const subject = found(await findSubject(ctx, process, target.kind, target.id));
  if (subject.state === (action === "hidden" ? "hidden" : "published")) return refused("same");
  if (subject.state !== "published" && subject.state !== "hidden") return refused("gone");
  await setState(ctx, subject, action === "hidden" ? "hidden" : "published");
  const moderation = await ctx.db
    .insertInto("moderations")
    .values({
      processId: process,
      subjectKind: subject.kind,
      subjectId: subject.id,
      action,
      reason: action === "shown" ? "restored" : reason,
      words,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      madeAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tellAuthors(ctx, process, moderation);
  await closeTask(ctx, "participation", subject.id, say(ctx)("taskDone"));
  await record(ctx, "moderation.made", moderation.id, { processId: process, action });
  return done(moderation.id);
};

/** "Das gehört hier nicht hin": somebody points it out, and the office looks at it. */
export const report = async (
  ctx: Context,
  process: ProcessId,
  subject: Subject,
  words: string,
): Promise<void> => {
  await openTask(ctx, {
    kind: "participation",
    subjectId: subject.id,
    title: say(ctx)("taskReported", { title: subject.title }),
    detail: words,
    path: paths.moderate(process, subject.kind, subject.id),
    dueAt: nextOpeningEnd(ctx.place.openingHours, ctx.now),
  });
  await record(ctx, "moderation.reported", subject.id, { processId: process });
};

/** The author objects, once; somebody of the office looks at it again. */
export const objectTo = async (
  ctx: Context,
  process: ProcessId,
  id: ModerationId,
  words: string,
): Promise<Outcome<null, "again">> => {
  const moderation = found(await findModeration(ctx, process, id));
  const authors = await authorsOf(ctx, moderation);
  const { actor } = ctx;
  found(actor.kind === "person" && authors.includes(actor.id) ? actor : undefined);
  const row = await ctx.db
    .updateTable("moderations")
    .set({ redressWords: words, redressAt: ctx.now })
    .where("id", "=", id)
    .where("action", "=", "hidden")
    .where("redressAt", "is", null)
    .executeTakeFirst();
  if (row.numUpdatedRows === 0n) return refused("again");
  await openTask(ctx, {
    kind: "participation",
    subjectId: id,
    title: say(ctx)("taskRedress"),
    detail: words,
    path: paths.officeRedress(process, id),
    dueAt: nextOpeningEnd(ctx.place.openingHours, ctx.now),
  });
  await record(ctx, "moderation.objected", id, { processId: process });
  return done(null);
};

export type Redress = { readonly verdict: "kept" | "restored"; readonly reply: string };

/** The office answers an objection: it stays hidden, or it is shown again; either way with words for everybody. */
export const settleRedress = async (
  ctx: Context,
  process: ProcessId,
  id: ModerationId,
  { verdict, reply }: Redress,
): Promise<Outcome<null, "settled">> => {
  allow(may.run(ctx));
  const row = await ctx.db
    .updateTable("moderations")
    .set({
      redressVerdict: verdict,
      redressReply: reply,
      redressBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .where("processId", "=", process)
    .where("id", "=", id)
    .where("redressAt", "is not", null)
    .where("redressVerdict", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (!row) return refused("settled");
  await closeTask(ctx, "participation", id, say(ctx)("taskDone"));
  if (verdict === "restored" && row.subjectKind !== "statement") {
    const target = { kind: row.subjectKind, id: row.subjectId };
    await moderate(ctx, process, target, { action: "shown", reason: "restored", words: reply });
  } else {
    await tellPeople(ctx, await authorsOf(ctx, row), {
      key: `redress ${id}`,
      say: (reader) => ({ title: say(reader)("toldKept"), text: reply }),
      path: paths.moderation(await slugOf(ctx, process)),
    });
  }
  await record(ctx, "moderation.settled", id, { processId: process, verdict });
  return done(null);
};
