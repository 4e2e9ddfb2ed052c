import { createHash } from "node:crypto";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { canonicalJson } from "#methods/report-data.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import {
  type Crossing,
  findRelease,
  listPublished,
  type ReleaseContent,
  type ReleaseRow,
} from "./queries.ts";

type SurveyId = Id<"survey">;
type ReleaseId = Id<"surveyRelease">;

/** The jobs that protect a release, and that set its paper. */
export const protecting = "compute.protect_release";
export const printingRelease = "compute.print_release";

export type ReleaseInput = {
  readonly standOn: string;
  readonly questions: readonly string[];
  readonly crossings: readonly Crossing[];
  readonly title: string;
  readonly words: string;
  readonly author: string;
};

export type DraftRefusal = "future" | "before" | "nothing" | "published" | "computing";

const me = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

const wrongDay = async (
  ctx: Context,
  surveyId: SurveyId,
  standOn: string,
): Promise<"future" | "before" | undefined> => {
  if (standOn > isoDay(ctx.now)) return "future";
  const [newest] = await listPublished(ctx, surveyId);
  return newest && newest.standOn >= standOn ? "before" : undefined;
};

const valuesOf = ({ questions, crossings, ...input }: ReleaseInput) => ({
  ...input,
  questions: [...questions],
  crossings: JSON.stringify(crossings),
});

/** Begins a release: which questions, as of which day. */
export const addRelease = async (
  ctx: Context,
  surveyId: SurveyId,
  input: ReleaseInput,
): Promise<Outcome<ReleaseId, DraftRefusal>> => {
  const survey = await surveyToWrite(ctx, surveyId);
  const wrong = input.questions.length === 0 ? "nothing" : await wrongDay(ctx, surveyId, input.standOn);
  if (wrong) return refused(wrong);
  const { id } = await ctx.db
    .insertInto("surveyReleases")
    .values({ ...valuesOf(input), surveyId, threshold: survey.threshold, madeBy: me(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done(id);
};

const lock = async (ctx: Context, surveyId: SurveyId, id: ReleaseId) => {
  const survey = await surveyToWrite(ctx, surveyId);
  // Two who publish at once would both be number 1: they queue at the survey.
  await ctx.db.selectFrom("surveys").select("id").where("id", "=", surveyId).forUpdate().executeTakeFirst();
  return { survey, release: found(await findRelease(ctx, surveyId, id)) };
};

/** Changes a draft; what was computed of it must be computed again. */
export const changeRelease = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
  input: ReleaseInput,
): Promise<Outcome<null, DraftRefusal>> => {
  const { survey, release } = await lock(ctx, surveyId, id);
  if (release.state === "published" || release.state === "computing") return refused(release.state);
  const wrong = input.questions.length === 0 ? "nothing" : await wrongDay(ctx, surveyId, input.standOn);
  if (wrong) return refused(wrong);
  await ctx.db
    .updateTable("surveyReleases")
    .set({
      ...valuesOf(input),
      threshold: survey.threshold,
      state: "draft",
      content: null,
      attack: null,
      counts: null,
      failed: "",
    })
    .where("id", "=", id)
    .execute();
  return done(null);
};

/** Puts a draft away. */
export const dropRelease = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
): Promise<Outcome<null, "published">> => {
  const { release } = await lock(ctx, surveyId, id);
  if (release.state === "published") return refused("published");
  await ctx.db.deleteFrom("surveyReleases").where("id", "=", id).execute();
  return done(null);
};

export type ComputeRefusal = "published" | "computing" | "tooFew" | "tooFewNew" | "before" | "future";

/** How many answers a release as of this day would count. */
export const countUntil = async (ctx: Context, survey: SurveyRow, day: string): Promise<number> => {
  if (survey.privacy === "counters") {
    const row = await ctx.db
      .selectFrom("surveyCounters")
      .select((from) => from.fn.sum<string>("count").as("count"))
      .where("surveyId", "=", survey.id)
      .where("question", "=", "")
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
  const row = await ctx.db
    .selectFrom("responses")
    .select((from) => from.fn.countAll<string>().as("count"))
    .where("surveyId", "=", survey.id)
    .where("answeredOn", "<=", day)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
};

/** Asks for the protection of a release; with fewer than the threshold of new answers there is none. */
export const computeRelease = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
): Promise<Outcome<null, ComputeRefusal>> => {
  const { survey, release } = await lock(ctx, surveyId, id);
  if (release.state === "published" || release.state === "computing") return refused(release.state);
  const wrong = await wrongDay(ctx, surveyId, release.standOn);
  if (wrong) return refused(wrong);
  const answered = await countUntil(ctx, survey, release.standOn);
  if (answered < release.threshold) return refused("tooFew");
  const [newest] = await listPublished(ctx, surveyId);
  if (newest && answered - newest.answered < release.threshold) return refused("tooFewNew");
  await ctx.db
    .updateTable("surveyReleases")
    .set({ state: "computing", progress: JSON.stringify(0), failed: "", content: null, attack: null })
    .where("id", "=", id)
    .execute();
  await enqueue(ctx, protecting, { survey: surveyId, release: id }, { key: id });
  return done(null);
};

/** Goes back to the draft; the computation notices and ends. */
export const stopRelease = async (ctx: Context, surveyId: SurveyId, id: ReleaseId): Promise<void> => {
  await lock(ctx, surveyId, id);
  await ctx.db
    .updateTable("surveyReleases")
    .set({ state: "draft", progress: null })
    .where("id", "=", id)
    .where("state", "=", "computing")
    .execute();
};

export type PublishRefusal = "notComputed" | "leaks" | "before" | "meanwhile" | "empty";

const nextNumber = ([newest]: readonly ReleaseRow[]): number => (newest?.number ?? 0) + 1;

/** Publishes a computed release for ever: its number, its figures and their hash. The paper follows. */
export const publishRelease = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
  origin: string,
): Promise<Outcome<number, PublishRefusal>> => {
  const { survey, release } = await lock(ctx, surveyId, id);
  if (release.state !== "computed" || !release.content || !release.attack) return refused("notComputed");
  if (release.attack.leaks > 0) return refused("leaks");
  if (release.content.questions.length === 0) return refused("empty");
  const published = await listPublished(ctx, surveyId);
  const [newest] = published;
  if (newest && newest.standOn >= release.standOn) return refused("before");
  // What was computed knows only the releases before it: how many they were stands with it.
  if (release.progress !== published.length) return refused("meanwhile");
  const number = nextNumber(published);
  await ctx.db
    .updateTable("surveyReleases")
    .set({
      state: "published",
      number,
      population: survey.population,
      contentHash: hashOfRelease(release.content),
      publishedAt: ctx.now,
      publishedBy: me(ctx),
    })
    .where("id", "=", id)
    .execute();
  await addFindings(ctx, id, release.content);
  await record(ctx, "survey_release.published", id, { surveyId, number });
  await enqueue(ctx, printingRelease, { survey: surveyId, release: id, origin }, { key: id });
  return done(number);
};

/** SHA-256 over the canonical JSON of what is published. */
export const hashOfRelease = (content: ReleaseContent): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

const addFindings = async (
  ctx: Context,
  releaseId: ReleaseId,
  { questions }: ReleaseContent,
): Promise<void> => {
  const unique = questions.filter(
    (one, at) => questions.findIndex(({ question }) => question === one.question) === at,
  );
  const rows = unique.map(({ question, title }, position) => ({
    releaseId,
    question,
    title: (title["de"] ?? Object.values(title)[0] ?? question).slice(0, 300),
    position,
  }));
  await ctx.db.insertInto("surveyFindings").values(rows).execute();
};
