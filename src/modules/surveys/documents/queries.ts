import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { type Questionnaire, questionsOf, wordsIn } from "#methods/questionnaire.ts";
import type { Report } from "#methods/report.ts";
import { type ReleaseWords, releaseReport } from "#methods/survey-report.ts";
import { namesFor } from "#modules/surveys/directory/queries.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import type { ReleaseContent, ReleaseRow } from "#modules/surveys/releases/queries.ts";
import { say } from "./messages.ts";

const rateOf = (
  ctx: Context,
  { answered }: ReleaseContent,
  release: ReleaseRow,
  survey: SurveyRow,
): string => {
  const words = say(ctx);
  const all = release.population ?? survey.population;
  if (all === null || all < answered) return words("rateUnknown", { n: answered });
  const percent = (answered / all).toLocaleString("de", { style: "percent", maximumFractionDigits: 0 });
  return words("rate", { n: answered, all, percent, source: survey.populationWords }).replace("  ", " ");
};

/** "Stand 30. September 2026" */
export const standOf = (ctx: Context, { standOn }: Pick<ReleaseRow, "standOn">): string =>
  say(ctx)("stand", { date: dayWithYear(ctx, standOn) });

const labels = (
  questionnaire: Questionnaire | undefined,
  named: ReadonlyMap<string, string>,
  language: string,
) => {
  const questions = new Map(
    questionnaire && questionsOf(questionnaire).map(({ question }) => [question.name, question]),
  );
  const first = questionnaire?.languages[0] ?? "de";
  return (name: string, value: string): string => {
    const [plain = name, row] = name.split(".");
    const question = questions.get(name) ?? questions.get(plain);
    if (!question) return "";
    const line = question.kind === "matrix" ? question.rows.find((one) => one.name === row) : undefined;
    const title = [
      wordsIn(question.label, language, first),
      line ? wordsIn(line.label, language, first) : "",
    ];
    if (value === "") return title.filter(Boolean).join(" – ");
    if (question.kind === "municipality" || question.kind === "organization") return named.get(value) ?? "";
    if (value === "other" && "other" in question && question.other)
      return wordsIn(question.other, language, first);
    const choice = "choices" in question ? question.choices.find((one) => one.value === value) : undefined;
    return choice ? wordsIn(choice.label, language, first) : "";
  };
};

/** The words with which the figures of a release are shown. */
export const wordsOf = async (
  ctx: Context,
  survey: SurveyRow,
  release: ReleaseRow,
  content: ReleaseContent,
): Promise<ReleaseWords> => {
  const words = say(ctx);
  const questionnaire = (await currentQuestionnaire(ctx, survey.id))?.content;
  const { named } = questionnaire ? await namesFor(ctx, questionnaire) : { named: new Map<string, string>() };
  return {
    language: ctx.language,
    results: words("results"),
    crossed: words("crossed"),
    texts: words("texts"),
    withheldHeading: words("withheldHeading"),
    few: words("few", { k: release.threshold }),
    exposed: words("exposed"),
    noAnswer: words("noAnswer"),
    total: words("total"),
    answered: words("answered"),
    rate: rateOf(ctx, content, release, survey),
    notRepresentative: words("notRepresentative"),
    base: (n) => words("base", { n }),
    ticks: (n) => words("ticks", { n }),
    hiddenNote: words("hiddenNote", { k: release.threshold }),
    labelOf: labels(questionnaire, named, ctx.language),
  };
};

/** A release as a report: the same figures on the screen, on paper and as tables. */
export const reportOf = async (
  ctx: Context,
  survey: SurveyRow,
  release: ReleaseRow,
  content: ReleaseContent,
): Promise<Report> =>
  releaseReport(
    content,
    {
      title: release.title || say(ctx)("title", { survey: survey.title }),
      stand: standOf(ctx, release),
      author: release.author || (survey.organization ?? ctx.place.name),
      publisher: survey.organization ?? ctx.place.name,
      words: release.words,
    },
    await wordsOf(ctx, survey, release, content),
  );
