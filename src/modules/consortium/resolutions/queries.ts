import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Named } from "#core/traceable.ts";
import type { Decision } from "#methods/resolution.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";

export type ResolutionId = Id<"resolution">;

export const mostResolutions = 300;

/** A seat that had an interest of its own, as the resolution keeps it. */
export type KeptConflict = { readonly seat: string; readonly words: string };

const resolutions = (ctx: Context) =>
  ctx.db
    .selectFrom("resolutions as r")
    .leftJoin("meetings as m", "m.id", "r.meetingId")
    .innerJoin("motions as o", "o.id", "r.motionId")
    .leftJoin("motionVotes as v", "v.id", "r.voteId")
    .select([
      "r.id",
      "r.year",
      "r.number",
      "r.motionId",
      "r.voteId",
      "r.meetingId",
      "r.title",
      "r.wording",
      "r.reason",
      "r.decision",
      "r.rulesId",
      "r.conflicts",
      "r.public",
      "r.decidedOn",
      "o.circular",
      "o.subject",
      "o.thingKind",
      "o.thingId",
      "o.agendaItemId",
      "v.method",
      "v.options",
      "m.number as meetingNumber",
      "m.title as meetingTitle",
      "m.startsAt as meetingStartsAt",
    ])
    .$if(!may.read(ctx), (query) => query.where("r.public", "=", true));

type Raw = Awaited<ReturnType<ReturnType<typeof resolutions>["execute"]>>[number];

/** A numbered resolution: "2026-07". */
export type ResolutionRow = Omit<Raw, "decision" | "conflicts" | "options"> & {
  readonly label: string;
  readonly decision: Decision;
  readonly conflicts: readonly KeptConflict[];
  /** Titles of the options of a vote by least resistance. */
  readonly options: Readonly<Record<string, string>>;
};

type Option = { readonly key: string; readonly title: string };

const read = ({ decision, conflicts, options, ...row }: Raw): ResolutionRow => ({
  ...row,
  label: paths.resolutionNumber(row.year, row.number),
  decision: decision as Decision,
  conflicts: conflicts as readonly KeptConflict[],
  options: Object.fromEntries(((options ?? []) as readonly Option[]).map(({ key, title }) => [key, title])),
});

type Filter = { readonly meeting?: MeetingId | undefined; readonly year?: number | undefined };

/** The resolutions that the asker may see, the youngest first. */
export const listResolutions = async (
  ctx: Context,
  { meeting, year }: Filter = {},
): Promise<readonly ResolutionRow[]> =>
  (
    await resolutions(ctx)
      .$if(meeting !== undefined, (query) => query.where("r.meetingId", "=", meeting as MeetingId))
      .$if(year !== undefined, (query) => query.where("r.year", "=", year as number))
      .orderBy("r.year", "desc")
      .orderBy("r.number", "desc")
      .limit(mostResolutions)
      .execute()
  ).map(read);

/** What is searched for among the resolutions: a word or a number, and a year. */
export type Search = {
  readonly words: string;
  readonly year: number | undefined;
  /** From 1 on. */
  readonly page: number;
};

const numberOf = (label: string): readonly [year: number, number: number] | undefined => {
  const parts = /^(\d{4})-(\d{1,4})$/u.exec(label.trim());
  return parts ? [Number(parts[1]), Number(parts[2])] : undefined;
};

const likeOf = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`;

/** How many resolutions a page shows. */
export const pageSize = 30;

/** One page of the resolutions that match, the youngest first, and how many there are. */
export const findResolutions = async (ctx: Context, { words, year, page }: Search) => {
  const label = numberOf(words);
  const matching = resolutions(ctx)
    .$if(year !== undefined, (query) => query.where("r.year", "=", year as number))
    .$if(label !== undefined, (query) =>
      query.where("r.year", "=", label?.[0] ?? 0).where("r.number", "=", label?.[1] ?? 0),
    )
    .$if(words !== "" && label === undefined, (query) =>
      query.where((where) =>
        where.or([
          where("r.title", "ilike", likeOf(words)),
          where("r.wording", "ilike", likeOf(words)),
          where("r.reason", "ilike", likeOf(words)),
        ]),
      ),
    );
  const { total } = await matching
    .clearSelect()
    .select(({ fn }) => fn.countAll().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .orderBy("r.year", "desc")
    .orderBy("r.number", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { total: Number(total), rows: rows.map(read) };
};

/** The years in which something was decided that the asker may see, the latest first. */
export const listYears = async (ctx: Context): Promise<readonly number[]> =>
  (
    await ctx.db
      .selectFrom("resolutions")
      .select("year")
      .distinct()
      .$if(!may.read(ctx), (query) => query.where("public", "=", true))
      .orderBy("year", "desc")
      .limit(100)
      .execute()
  ).map(({ year }) => year);

const first = (row: Raw | undefined): ResolutionRow | undefined => (row ? read(row) : undefined);

export const findResolution = async (ctx: Context, id: ResolutionId): Promise<ResolutionRow | undefined> =>
  first(await resolutions(ctx).where("r.id", "=", id).executeTakeFirst());

/** By its number as people write it: "2026-07". */
export const findResolutionByNumber = async (
  ctx: Context,
  label: string,
): Promise<ResolutionRow | undefined> => {
  const parts = numberOf(label);
  if (!parts) return undefined;
  return first(
    await resolutions(ctx).where("r.year", "=", parts[0]).where("r.number", "=", parts[1]).executeTakeFirst(),
  );
};

const named = ({ id, label, title }: ResolutionRow): Named => ({
  kind: "resolution",
  id,
  title: `${label}: ${title}`,
  path: paths.resolution(label),
});

export const nameResolutions = async (
  ctx: Context,
  ids: readonly ResolutionId[],
): Promise<readonly Named[]> =>
  (
    await resolutions(ctx)
      .where("r.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map((row) => named(read(row)));

export const searchResolutions = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await resolutions(ctx)
      .where("r.title", "ilike", likeOf(words))
      .orderBy("r.decidedOn", "desc")
      .limit(8)
      .execute()
  ).map((row) => named(read(row)));
