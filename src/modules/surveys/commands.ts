import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { may } from "./policy.ts";
import { findSurvey, type SurveyRow } from "./queries.ts";
import type { Survey } from "./schema.ts";

type SurveyId = Id<"survey">;

/** A survey one may write, or it is not there; somebody unknown is asked to sign in first. */
export const surveyToWrite = async (ctx: Context, id: SurveyId): Promise<SurveyRow> => {
  allow(ctx.actor.kind !== "visitor");
  const survey = found(await findSurvey(ctx, id));
  allow(may.write(ctx, survey));
  return survey;
};

export type SurveyInput = Pick<Survey, "title"> &
  Partial<
    Pick<
      Survey,
      | "words"
      | "audience"
      | "privacy"
      | "access"
      | "asksContact"
      | "listed"
      | "closesAt"
      | "population"
      | "populationWords"
      | "threshold"
    >
  >;

const nameless = (title: string, language: string): Questionnaire => ({
  title: { [language]: title },
  languages: [language],
  pages: [{ name: "seite1", questions: [] }],
});

const free = async (ctx: Context, title: string): Promise<string> => {
  const wanted = slugOf(title, "umfrage");
  const taken = await ctx.db
    .selectFrom("surveys")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(1_000)
    .execute();
  return freeSlug(
    wanted,
    taken.map(({ slug }) => slug),
  );
};

/** Begins a survey as a draft, in the name of the town or of an organization. */
export const addSurvey = async (
  ctx: Context,
  input: SurveyInput,
  {
    organizationId = null,
    content,
  }: {
    readonly organizationId?: Id<"organization"> | null;
    readonly content?: Questionnaire | undefined;
  } = {},
): Promise<SurveyId> => {
  allow(may.write(ctx, { organizationId }));
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { id } = await ctx.db
    .insertInto("surveys")
    .values({ ...input, organizationId, slug: await free(ctx, input.title), madeBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  const first = content ?? nameless(input.title, "de");
  await ctx.db
    .insertInto("questionnaires")
    .values({ surveyId: id, version: 1, content: JSON.stringify(first), madeBy })
    .execute();
  await record(ctx, "survey.added", id);
  return id;
};

export type Quota = { readonly question: string; readonly value: string; readonly wanted: number };
export type SettingsRefusal = "promised";

const promises = ["privacy", "access", "asksContact"] as const;

/** Changes how a survey is run. What was promised to those who answer never changes once it has begun. */
export const changeSettings = async (
  ctx: Context,
  id: SurveyId,
  { quotas, ...input }: Partial<SurveyInput> & { readonly quotas?: readonly Quota[] | undefined },
): Promise<Outcome<null, SettingsRefusal>> => {
  const survey = await surveyToWrite(ctx, id);
  const changed = promises.filter((name) => input[name] !== undefined && input[name] !== survey[name]);
  const widens = changed.every((name) => name === "access" && input.access === "both");
  if (survey.state !== "draft" && !widens) return refused("promised");
  await ctx.db
    .updateTable("surveys")
    .set({ ...input, ...(quotas ? { quotas: JSON.stringify(quotas) } : {}), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "survey.changed", id);
  return done(null);
};

export type OpenRefusal = "open" | "empty" | "past" | "text";

/** Questions whose answers cannot be kept as sums. */
const uncountable = new Set(["text", "date", "number", "ranking", "organization"]);

/** Begins to ask. Whether the questions make sense is looked at before, by the trial run of the editor. */
export const openSurvey = async (
  ctx: Context,
  id: SurveyId,
  content: Questionnaire,
): Promise<Outcome<null, OpenRefusal>> => {
  const survey = await surveyToWrite(ctx, id);
  if (survey.state === "open") return refused("open");
  if (survey.closesAt !== null && survey.closesAt <= ctx.now) return refused("past");
  const questions = content.pages.flatMap((page) => page.questions);
  if (!questions.some(({ kind }) => kind !== "note" && kind !== "calculation")) return refused("empty");
  const counts = survey.privacy === "counters";
  if (
    counts &&
    questions.some((one) => uncountable.has(one.kind) || ("other" in one && one.other !== undefined))
  )
    return refused("text");
  await ctx.db
    .updateTable("surveys")
    .set({ state: "open", openedAt: survey.openedAt ?? ctx.now, closedAt: null, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "survey.opened", id);
  return done(null);
};

/** Ends a survey, by hand or because its day has come. */
export const closeSurvey = async (ctx: Context, id: SurveyId): Promise<Outcome<null, "notOpen">> => {
  await surveyToWrite(ctx, id);
  const { numUpdatedRows } = await ctx.db
    .updateTable("surveys")
    .set({ state: "closed", closedAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refused("notOpen");
  await record(ctx, "survey.closed", id);
  return done(null);
};

/** Ends every survey whose day has come. */
export const closeDue = async (ctx: Context): Promise<void> => {
  allow(isStaff(ctx.actor));
  const due = await ctx.db
    .selectFrom("surveys")
    .select("id")
    .where("state", "=", "open")
    .where("closesAt", "<=", ctx.now)
    .limit(100)
    .execute();
  for (const { id } of due) await closeSurvey(ctx, id);
};
