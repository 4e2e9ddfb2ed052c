import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { day, line, paragraph, time, whole } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { type WorkshopInput, workshopToWrite } from "#modules/workshops/commands.ts";
import { listPhases, listTables, type WorkshopId } from "#modules/workshops/queries.ts";
import type { WorkshopPhase, WorkshopTable } from "#modules/workshops/schema.ts";
import type { PhaseTaking } from "#modules/workshops/vocabulary.ts";
import { say } from "./messages.ts";

type PhaseId = Id<"workshopPhase">;
type TableId = Id<"workshopTable">;

export type PhaseInput = Pick<WorkshopPhase, "kind" | "title" | "question" | "minutes" | "dots">;
export type TableInput = Pick<WorkshopTable, "title" | "question" | "hostName">;

/** What, when and where, as it is typed. */
export const WorkshopForm = z.object({
  title: line(300),
  question: paragraph(1_000).default(""),
  words: paragraph(10_000).default(""),
  tag: day,
  ab: time,
  bis: time,
  whereText: line(500).default(""),
  accessWords: paragraph(1_000).default(""),
  seats: whole(2, 1_000),
  correctUntil: day.optional(),
});

/** The typed day with its hours as two moments. */
export const workshopInput = ({ tag, ab, bis, ...rest }: z.infer<typeof WorkshopForm>): WorkshopInput => ({
  ...rest,
  correctUntil: rest.correctUntil ?? null,
  startsAt: instantAt(tag, ab),
  endsAt: instantAt(tag, bis),
});

const mostPhases = 30;
const mostTables = 50;

const after = (rows: readonly { readonly position: number }[]): number =>
  Math.max(-1, ...rows.map(({ position }) => position)) + 1;

/** Adds a part to the end of the day. */
export const addPhase = async (
  ctx: Context,
  workshop: WorkshopId,
  input: PhaseInput,
): Promise<Outcome<PhaseId, "tooMany">> => {
  await workshopToWrite(ctx, workshop);
  const phases = await listPhases(ctx, workshop);
  if (phases.length >= mostPhases) return refused("tooMany");
  const { id } = await ctx.db
    .insertInto("workshopPhases")
    .values({ ...input, workshopId: workshop, position: after(phases) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done(id);
};

const templatePhases = (ctx: Context): readonly PhaseInput[] => {
  const words = say(ctx);
  return [
    { kind: "critique", title: words("critique"), question: words("critiqueQuestion"), minutes: 60, dots: 3 },
    { kind: "other", title: words("break"), question: "", minutes: 30, dots: 0 },
    { kind: "vision", title: words("vision"), question: words("visionQuestion"), minutes: 75, dots: 3 },
    {
      kind: "realization",
      title: words("realization"),
      question: words("realizationQuestion"),
      minutes: 75,
      dots: 5,
    },
  ];
};

/** The three phases of a future workshop with their questions and a break, for a day that has no part yet. */
export const useTemplate = async (
  ctx: Context,
  workshop: WorkshopId,
): Promise<Outcome<null, "hasPhases">> => {
  await workshopToWrite(ctx, workshop);
  if ((await listPhases(ctx, workshop)).length > 0) return refused("hasPhases");
  const values = templatePhases(ctx).map((phase, position) => ({ ...phase, workshopId: workshop, position }));
  await ctx.db.insertInto("workshopPhases").values(values).execute();
  return done(null);
};

const phaseOf = async (ctx: Context, workshop: WorkshopId, id: PhaseId): Promise<WorkshopPhase> => {
  await workshopToWrite(ctx, workshop);
  const phases = await listPhases(ctx, workshop);
  return found(phases.find((phase) => phase.id === id));
};

/** Changes the words, the length or the dots of a part. */
export const changePhase = async (
  ctx: Context,
  workshop: WorkshopId,
  id: PhaseId,
  input: PhaseInput,
): Promise<Outcome<null, never>> => {
  await phaseOf(ctx, workshop, id);
  await ctx.db.updateTable("workshopPhases").set(input).where("id", "=", id).execute();
  return done(null);
};

/** One place earlier or later; at the ends nothing changes. */
export const movePhase = async (
  ctx: Context,
  workshop: WorkshopId,
  id: PhaseId,
  by: -1 | 1,
): Promise<Outcome<null, never>> => {
  await phaseOf(ctx, workshop, id);
  const ids = (await listPhases(ctx, workshop)).map((phase) => phase.id);
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (other === undefined) return done(null);
  [ids[at], ids[at + by]] = [other, id];
  await ctx.db
    .updateTable("workshopPhases")
    .set({ position: sql<number>`array_position(${ids}::uuid[], id) - 1` })
    .where("workshopId", "=", workshop)
    .execute();
  return done(null);
};

/** Takes a part out of the day; one that has cards or clusters stays, for the day was so. */
export const removePhase = async (
  ctx: Context,
  workshop: WorkshopId,
  id: PhaseId,
): Promise<Outcome<null, "hasCards">> => {
  await phaseOf(ctx, workshop, id);
  const used = await sql<{ used: boolean }>`select
    exists (select from cards where phase_id = ${id}) or exists (select from card_clusters where phase_id = ${id})
    as used`.execute(ctx.db);
  if (used.rows[0]?.used) return refused("hasCards");
  await ctx.db.deleteFrom("workshopPhases").where("id", "=", id).execute();
  return done(null);
};

/** Lets the phones write cards or give dots in this part, or closes it; whatever else was open closes. */
export const letPhase = async (
  ctx: Context,
  workshop: WorkshopId,
  id: PhaseId,
  takes: PhaseTaking,
): Promise<Outcome<null, "notRunning">> => {
  const { state } = await workshopToWrite(ctx, workshop);
  await phaseOf(ctx, workshop, id);
  if (takes !== "nothing" && state !== "running") return refused("notRunning");
  await ctx.db
    .updateTable("workshopPhases")
    .set({ takes: sql<PhaseTaking>`case when id = ${id} then ${takes} else 'nothing' end` })
    .where("workshopId", "=", workshop)
    .execute();
  await record(ctx, takes === "nothing" ? "workshop_phase.closed" : "workshop_phase.opened", id, { takes });
  return done(null);
};

/** Puts one more table into the hall. */
export const addTable = async (
  ctx: Context,
  workshop: WorkshopId,
  input: TableInput,
): Promise<Outcome<TableId, "tooMany">> => {
  await workshopToWrite(ctx, workshop);
  const tables = await listTables(ctx, workshop);
  if (tables.length >= mostTables) return refused("tooMany");
  const { id } = await ctx.db
    .insertInto("workshopTables")
    .values({ ...input, workshopId: workshop, position: after(tables) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done(id);
};

/** Changes the theme, the question or the host of a table. */
export const changeTable = async (
  ctx: Context,
  workshop: WorkshopId,
  id: TableId,
  input: TableInput,
): Promise<Outcome<null, never>> => {
  await workshopToWrite(ctx, workshop);
  const { numUpdatedRows } = await ctx.db
    .updateTable("workshopTables")
    .set(input)
    .where("workshopId", "=", workshop)
    .where("id", "=", id)
    .executeTakeFirst();
  found(numUpdatedRows > 0n ? id : undefined);
  return done(null);
};

/** Takes a table out; whoever chose it chooses again, its cards stay. */
export const removeTable = async (
  ctx: Context,
  workshop: WorkshopId,
  id: TableId,
): Promise<Outcome<null, never>> => {
  await workshopToWrite(ctx, workshop);
  await ctx.db.deleteFrom("workshopTables").where("workshopId", "=", workshop).where("id", "=", id).execute();
  return done(null);
};
