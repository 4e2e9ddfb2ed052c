import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Named, Traceable } from "#core/traceable.ts";
import { say } from "#modules/surveys/documents/messages.ts";
import { paths } from "#modules/surveys/paths.ts";

const published = (ctx: Context) =>
  ctx.db
    .selectFrom("surveyReleases")
    .innerJoin("surveys", (join) =>
      join
        .onRef("surveys.placeId", "=", "surveyReleases.placeId")
        .onRef("surveys.id", "=", "surveyReleases.surveyId"),
    )
    .where("surveyReleases.state", "=", "published");

const findings = (ctx: Context) =>
  published(ctx)
    .innerJoin("surveyFindings", (join) =>
      join
        .onRef("surveyFindings.placeId", "=", "surveyReleases.placeId")
        .onRef("surveyFindings.releaseId", "=", "surveyReleases.id"),
    )
    .select([
      "surveyFindings.id",
      "surveyFindings.title",
      "surveys.title as survey",
      "surveys.slug",
      "surveyReleases.number",
      "surveyReleases.standOn",
    ]);

type FindingRow = Awaited<ReturnType<ReturnType<typeof findings>["execute"]>>[number];

const finding = (ctx: Context, { id, title, survey, slug, number, standOn }: FindingRow): Named => ({
  kind: "releaseFinding",
  id,
  title: say(ctx)("findingTitle", { title, survey, date: dayWithYear(ctx, standOn) }),
  path: paths.release(slug, number ?? 0),
});

const like = (words: string): string => `%${words.replace(/[\\%_]/gu, "\\$&")}%`;

/** One published question of a release can be traced. */
export const findingsTraced: Traceable = {
  kind: "releaseFinding",
  noun: (ctx) => say(ctx)("finding"),
  name: async (ctx, ids) => {
    const rows = await findings(ctx)
      .where("surveyFindings.id", "in", ids as readonly Id<"surveyFinding">[])
      .limit(500)
      .execute();
    return rows.map((row) => finding(ctx, row));
  },
  find: async (ctx, words) => {
    const rows = await findings(ctx)
      .where((from) =>
        from.or([
          from("surveyFindings.title", "ilike", like(words)),
          from("surveys.title", "ilike", like(words)),
        ]),
      )
      .orderBy("surveyReleases.publishedAt", "desc")
      .orderBy("surveyFindings.position")
      .limit(20)
      .execute();
    return rows.map((row) => finding(ctx, row));
  },
};

const releases = (ctx: Context) =>
  published(ctx).select([
    "surveyReleases.id",
    "surveys.title",
    "surveys.slug",
    "surveyReleases.number",
    "surveyReleases.standOn",
  ]);

type ReleaseCard = Awaited<ReturnType<ReturnType<typeof releases>["execute"]>>[number];

const release = (ctx: Context, { id, title, slug, number, standOn }: ReleaseCard): Named => ({
  kind: "surveyRelease",
  id,
  title: `${title}, ${say(ctx)("stand", { date: dayWithYear(ctx, standOn) })}`,
  path: paths.release(slug, number ?? 0),
});

/** A release as a whole can be traced. */
export const releasesTraced: Traceable = {
  kind: "surveyRelease",
  noun: (ctx) => say(ctx)("noun"),
  name: async (ctx, ids) => {
    const rows = await releases(ctx)
      .where("surveyReleases.id", "in", ids as readonly Id<"surveyRelease">[])
      .limit(500)
      .execute();
    return rows.map((row) => release(ctx, row));
  },
  find: async (ctx, words) => {
    const rows = await releases(ctx).where("surveys.title", "ilike", like(words)).limit(10).execute();
    return rows.map((row) => release(ctx, row));
  },
};
