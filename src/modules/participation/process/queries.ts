import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { SearchHit } from "#core/module.ts";
import type { Named, Traceable } from "#core/traceable.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import type { ProcessId } from "#modules/participation/queries.ts";

/** Whether the signed-in person hears of this process. */
export const follows = async (ctx: Context, process: ProcessId): Promise<boolean> => {
  if (ctx.actor.kind !== "person") return false;
  const row = await ctx.db
    .selectFrom("processFollowers")
    .select("personId")
    .where("processId", "=", process)
    .where("personId", "=", ctx.actor.id)
    .executeTakeFirst();
  return row !== undefined;
};

/** The opinion rounds of a process that the town was told of. */
export const listRoundLinks = (ctx: Context, process: ProcessId) =>
  ctx.db
    .selectFrom("opinionRounds")
    .select(["slug", "title", "question", "state", "participantCount", "statementCount"])
    .where("processId", "=", process)
    .where("state", "<>", "draft")
    .orderBy("madeAt")
    .limit(20)
    .execute();
export type RoundLink = Awaited<ReturnType<typeof listRoundLinks>>[number];

const told = [
  "process.published",
  "process.phase_begun",
  "process.phases_moved",
  "process.closed",
  "process.canceled",
] as const;

export type Happening = {
  readonly name: (typeof told)[number];
  readonly at: Date;
  /** The phase that began. */
  readonly kind: string | null;
  /** Why dates were moved. */
  readonly reason: string | null;
};

/** What has happened in a process, the latest first; nobody is named. */
export const listHappenings = async (ctx: Context, process: ProcessId): Promise<readonly Happening[]> => {
  const { rows } = await sql<Happening>`
    select name, happened_at as at, data->>'kind' as kind, data->>'reason' as reason from events
    where subject_id = ${process}::text and name = any(${[...told]})
    order by happened_at desc, id desc limit 50`.execute(ctx.db);
  return rows;
};

type NamedRow = { readonly id: ProcessId; readonly title: string; readonly slug: string };
const named = (rows: readonly NamedRow[]): readonly Named[] =>
  rows.map(({ id, title, slug }) => ({ kind: "process", id, title, path: paths.show(slug) }));

const published = (ctx: Context) =>
  ctx.db.selectFrom("processes").select(["id", "title", "slug", "question"]).where("state", "<>", "draft");

// Each word stands somewhere in the name or the question.
const withWords = (ctx: Context, words: string, limit: number) => {
  let query = published(ctx);
  for (const word of words.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8))
    query = query.where(sql<boolean>`position(${word} in lower(title || ' ' || question)) > 0`);
  return query.orderBy("publishedAt", "desc").limit(limit).execute();
};

/** Processes as ends of a thread. */
export const processTraceable: Traceable = {
  kind: "process",
  noun: (ctx) => common(ctx)("process"),
  name: async (ctx, ids) =>
    named(
      await published(ctx)
        .where("id", "in", [...ids] as ProcessId[])
        .limit(500)
        .execute(),
    ),
  find: async (ctx, words) => named(await withWords(ctx, words, 10)),
};

/** The processes in whose name or question all these words stand. */
export const searchProcesses = async (ctx: Context, words: string): Promise<readonly SearchHit[]> => {
  if (words.trim() === "") return [];
  const rows = await withWords(ctx, words, 5);
  return rows.map(({ title, slug, question }) => ({
    kind: common(ctx)("process"),
    title,
    href: paths.show(slug),
    text: question,
    rank: 0.6,
  }));
};
