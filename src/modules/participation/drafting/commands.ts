import * as z from "zod";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, paragraph, tick, whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { type News, tellInvolved } from "#modules/participation/letters/commands.ts";
import { paths, reserved } from "#modules/participation/paths.ts";
import { turnPhases } from "#modules/participation/phases/commands.ts";
import { may } from "#modules/participation/policy.ts";
import { listPhases, type ProcessId } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { type Template, templates, writers } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import { missingIn } from "./queries.ts";
import { templatePhases } from "./vocabulary.ts";

/** A process in the hand of the office, locked until the end of what is done to it. */
export const processToWrite = async (ctx: Context, id: ProcessId): Promise<Process> => {
  allow(may.run(ctx));
  return found(
    await ctx.db.selectFrom("processes").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

/** With what a process begins. */
export const BeginningForm = z.object({ template: z.enum(templates), title: line(200) });

const postcodesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/u).filter(Boolean))];

/** What the form of a process sends. */
export const ProcessForm = z.object({
  title: line(200),
  question: paragraph(1_000),
  words: paragraph(10_000).default(""),
  openWords: paragraph(4_000).default(""),
  decidedWords: paragraph(4_000).default(""),
  deciderWords: paragraph(2_000).default(""),
  territory: line(500).default(""),
  who: z.enum(writers),
  postcodes: z
    .string()
    .default("")
    .transform(postcodesIn)
    .refine((codes) => codes.length <= 50 && codes.every((code) => /^\d{5}$/u.test(code)), "postcodes"),
  organizationId: z
    .uuid()
    .optional()
    .transform((id) => (id ?? null) as Id<"organization"> | null),
  contactWords: line(500).default(""),
  asksCost: tick,
  asksPlace: tick,
  answerDays: whole(1, 365),
});
export type ProcessInput = z.infer<typeof ProcessForm>;

const freeAddress = async (ctx: Context, title: string): Promise<string> => {
  const wanted = slugOf(title, "verfahren");
  const rows = await ctx.db
    .selectFrom("processes")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(1_000)
    .execute();
  return freeSlug(wanted, [...reserved, ...rows.map(({ slug }) => slug)]);
};

const prefilled = (ctx: Context, template: Template) => {
  const words = say(ctx);
  return {
    question: words(`question_${template}`),
    // Of something else nobody knows beforehand what is open.
    openWords: template === "other" ? "" : words(`open_${template}`),
    decidedWords: template === "other" ? "" : words(`decided_${template}`),
    deciderWords: template === "other" ? "" : words(`decider_${template}`),
    contactWords: [ctx.place.officeName, ctx.place.officePhone].filter(Boolean).join(", "),
    territory: template === "club" ? "" : ctx.place.name,
    asksCost: template === "fund",
    asksPlace: template !== "club",
    answerDays: template === "club" ? 14 : 28,
  };
};

/** Begins a process as a draft, with the words and the dates of its template. */
export const addProcess = async (
  ctx: Context,
  { template, title }: z.infer<typeof BeginningForm>,
): Promise<{ readonly id: ProcessId; readonly slug: string }> => {
  allow(may.run(ctx));
  const row = await ctx.db
    .insertInto("processes")
    .values({
      ...prefilled(ctx, template),
      template,
      title,
      slug: await freeAddress(ctx, title),
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
  const phases = templatePhases(template, isoDay(ctx.now));
  await ctx.db
    .insertInto("processPhases")
    .values(phases.map((phase) => ({ ...phase, processId: row.id })))
    .execute();
  await record(ctx, "process.added", row.id, { template });
  return row;
};

export type ChangeRefusal = "over" | "narrower" | "unsaid";

/**
 * Changes the words of a process and who may take part. Once the town was told, what is promised stays said, and
 * nobody who could take part is shut out.
 */
export const changeProcess = async (
  ctx: Context,
  id: ProcessId,
  input: Partial<ProcessInput>,
): Promise<Outcome<null, ChangeRefusal>> => {
  const process = await processToWrite(ctx, id);
  if (process.state === "closed" || process.state === "canceled") return refused("over");
  const after = { ...process, ...input };
  if (process.state === "published") {
    if (missingIn(after, await listPhases(ctx, id)).length > 0) return refused("unsaid");
    const kept = process.postcodes.every((code) => after.postcodes.includes(code));
    const same = after.who === process.who && after.organizationId === process.organizationId && kept;
    if (!same && after.who !== "everybody") return refused("narrower");
  }
  await ctx.db
    .updateTable("processes")
    .set({ ...input, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "process.changed", id);
  return done(null);
};

/** Tells the town of a process. Phases whose day has come begin at once. */
export const publishProcess = async (
  ctx: Context,
  id: ProcessId,
): Promise<Outcome<null, "incomplete" | "notDraft" | "past">> => {
  const process = await processToWrite(ctx, id);
  if (process.state !== "draft") return refused("notDraft");
  const phases = await listPhases(ctx, id);
  if (missingIn(process, phases).length > 0) return refused("incomplete");
  if (phases.every(({ endsOn }) => endsOn < isoDay(ctx.now))) return refused("past");
  await ctx.db
    .updateTable("processes")
    .set({ state: "published", publishedAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "process.published", id);
  await turnPhases(ctx, id);
  return done(null);
};

const finish = async (
  ctx: Context,
  process: Process,
  state: "closed" | "canceled",
  closingWords: string,
): Promise<void> => {
  const { id, title, slug } = process;
  await ctx.db
    .updateTable("processes")
    .set({ state, closingWords, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, `process.${state}`, id);
  const told: News["say"] = (reader) => ({
    title: say(reader)(`told_${state}`, { title }),
    text: closingWords,
  });
  await tellInvolved(ctx, process, { key: `process-${state} ${id}`, say: told, path: paths.show(slug) });
  await closeTask(ctx, "participation", id, say(ctx)(`task_${state}`));
  for (const phase of await listPhases(ctx, id))
    await closeTask(ctx, "participation", phase.id, say(ctx)(`task_${state}`));
};

/** Why, or what came of it all. */
export const ClosingForm = z.object({ words: paragraph(4_000) });

/** Ends a process with what came of it; everybody involved is told. */
export const closeProcess = async (
  ctx: Context,
  id: ProcessId,
  words: string,
): Promise<Outcome<null, "notPublished">> => {
  const process = await processToWrite(ctx, id);
  if (process.state !== "published") return refused("notPublished");
  await finish(ctx, process, "closed", words);
  return done(null);
};

/** Breaks a process off, with the reason; everybody involved is told. */
export const cancelProcess = async (
  ctx: Context,
  id: ProcessId,
  words: string,
): Promise<Outcome<null, "notPublished">> => {
  const process = await processToWrite(ctx, id);
  if (process.state !== "published") return refused("notPublished");
  await finish(ctx, process, "canceled", words);
  return done(null);
};

/** Throws a draft away; nobody was told of it. */
export const dropDraft = async (ctx: Context, id: ProcessId): Promise<Outcome<null, "notDraft">> => {
  const { state } = await processToWrite(ctx, id);
  if (state !== "draft") return refused("notDraft");
  await ctx.db.deleteFrom("processes").where("id", "=", id).execute();
  await record(ctx, "process.dropped", id);
  return done(null);
};
