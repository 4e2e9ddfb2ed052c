import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { countResponses } from "#modules/surveys/responses/queries.ts";
import { say } from "./messages.ts";
import { listEnding, listQuotas, listTold } from "./queries.ts";

/** Below this share of those who could answer a survey has few answers; without a known number, below this many. */
const fewShare = 0.25;
const fewAnswers = 20;

/** What should be told about a survey that ends soon; nothing when all is well. */
const worryOf = async (ctx: Context, survey: SurveyRow): Promise<string | undefined> => {
  const words = say(ctx);
  const { all } = await countResponses(ctx, survey);
  const quotas = await listQuotas(ctx, survey);
  const missing = quotas.filter(({ there, wanted }) => there < wanted).length;
  const share = survey.population === null ? undefined : all / survey.population;
  const isFew = share === undefined ? all < fewAnswers : share < fewShare;
  if (!isFew && missing === 0) return undefined;
  const date = dayWithYear(ctx, new Date(+(survey.closesAt ?? ctx.now) - 1));
  const percent = (share ?? 0).toLocaleString("de", { style: "percent" });
  const sentence =
    share === undefined
      ? words("taskFew", { n: all, date })
      : words("taskRate", { n: all, share: percent, all: survey.population ?? 0, date });
  return [sentence, ...(missing > 0 ? [words("taskQuotas", { n: missing })] : [])].join(" ");
};

/** Puts on the worklist which surveys end within three days with few answers, and takes off what is settled. */
export const watchSurveys = async (ctx: Context): Promise<void> => {
  const told = new Set<string>();
  for (const { id } of await listEnding(ctx)) {
    const survey = await findSurvey(ctx, id);
    const worry = survey && (await worryOf(ctx, survey));
    if (!survey || !worry) continue;
    told.add(id);
    await openTask(ctx, {
      kind: "survey",
      subjectId: id,
      title: say(ctx)("taskTitle", { title: survey.title }),
      detail: worry,
      path: paths.progress(id),
      dueAt: survey.closesAt ?? ctx.now,
    });
  }
  const over = (await listTold(ctx)).filter((id) => !told.has(id));
  for (const id of over) await closeTask(ctx, "survey", id, say(ctx)("settled"));
};
