import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, many, paragraph, whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/courses/policy.ts";
import { listQualifications } from "./queries.ts";

type PersonId = Id<"person">;
type QualificationId = Id<"qualification">;

const qualification = z
  .string()
  .refine((text): text is QualificationId => isId<"qualification">(text), { error: "choose" });

/** What one may be qualified for. */
export const QualificationInput = z.object({
  name: line(120).pipe(z.string().min(2)),
  description: paragraph(1000).optional(),
  months: whole(1, 600).optional(),
  includes: many(qualification, 50),
});
export type QualificationInput = z.output<typeof QualificationInput>;

const authorOf = ({ actor }: Context): PersonId | null => (actor.kind === "person" ? actor.id : null);

// Two who change what includes what at the same time could close a circle together.
const lockList = (ctx: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended('qualifications ' || current_place(), 0))`.execute(
    ctx.db,
  );

/** Would `id` come to include itself, straight or through others? */
const closesCircle = async (
  ctx: Context,
  id: QualificationId,
  includes: readonly QualificationId[],
): Promise<boolean> => {
  const all = await listQualifications(ctx, { withRetired: true });
  const next = new Map(all.map((row) => [row.id, row.includes.map((one) => one.id)]));
  next.set(id, [...includes]);
  const seen = new Set<QualificationId>();
  const waiting = [...includes];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(next.get(at) ?? []));
  }
  return false;
};

const writeIncludes = async (
  ctx: Context,
  id: QualificationId,
  includes: readonly QualificationId[],
): Promise<void> => {
  await ctx.db.deleteFrom("qualificationIncludes").where("qualificationId", "=", id).execute();
  if (includes.length === 0) return;
  await ctx.db
    .insertInto("qualificationIncludes")
    .values([...new Set(includes)].map((includedId) => ({ qualificationId: id, includedId })))
    .execute();
};

const nameTaken = async (ctx: Context, name: string, except?: QualificationId): Promise<boolean> =>
  (await ctx.db
    .selectFrom("qualifications")
    .select("id")
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .$if(except !== undefined, (query) => query.where("id", "!=", found(except)))
    .executeTakeFirst()) !== undefined;

/** Adds something one may be qualified for. */
export const addQualification = async (
  ctx: Context,
  input: QualificationInput,
): Promise<Outcome<QualificationId, "name">> => {
  allow(may.keep(ctx));
  await lockList(ctx);
  if (await nameTaken(ctx, input.name)) return refused("name");
  const { id } = await ctx.db
    .insertInto("qualifications")
    .values({
      name: input.name,
      description: input.description ?? "",
      months: input.months ?? null,
      madeBy: authorOf(ctx),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeIncludes(ctx, id, input.includes);
  await record(ctx, "qualification.added", id, { name: input.name });
  return done(id);
};

/** Changes it. What includes itself in the end is refused. */
export const changeQualification = async (
  ctx: Context,
  id: QualificationId,
  input: QualificationInput,
): Promise<Outcome<QualificationId, "name" | "circle">> => {
  allow(may.keep(ctx));
  await lockList(ctx);
  if (await nameTaken(ctx, input.name, id)) return refused("name");
  if (await closesCircle(ctx, id, input.includes)) return refused("circle");
  found(
    await ctx.db
      .updateTable("qualifications")
      .set({ name: input.name, description: input.description ?? "", months: input.months ?? null })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst(),
  );
  await writeIncludes(ctx, id, input.includes);
  await record(ctx, "qualification.changed", id, { name: input.name });
  return done(id);
};

/** Takes it off the list, or puts it back on. Who holds it keeps it. */
export const retireQualification = async (
  ctx: Context,
  id: QualificationId,
  retired: boolean,
): Promise<void> => {
  allow(may.keep(ctx));
  found(
    await ctx.db
      .updateTable("qualifications")
      .set({ retiredAt: retired ? ctx.now : null })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst(),
  );
  await record(ctx, retired ? "qualification.retired" : "qualification.returned", id);
};
