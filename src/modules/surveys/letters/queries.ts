import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { say } from "./messages.ts";

/** The first letter, the first reminder, the last one. */
export type News = "invited" | "reminded" | "last";

/** Where a code leads: to the survey, which takes it out of the address at once. */
export const addressOf = ({ slug }: Pick<SurveyRow, "slug">, code: string): string =>
  `${paths.answer(slug)}?code=${code}`;

export type LetterWords = { readonly subject: string; readonly paragraphs: readonly string[] };

/** What a letter says, by mail and on paper alike; the code stands apart from it. */
export const letterWords = (ctx: Context, survey: SurveyRow, minutes: number, news: News): LetterWords => {
  const words = say(ctx);
  const { title } = survey;
  const asker = survey.organization ?? words("town", { town: ctx.place.name });
  return {
    subject: words(`${news}Subject`, { asker, title }),
    paragraphs: [
      words(`${news}Text`, { asker, title }),
      ...(news === "invited" && survey.words ? [survey.words] : []),
      [
        words("length", { minutes: words("minutes", { n: minutes }) }),
        ...(survey.closesAt ? [words("until", { date: dayWithYear(ctx, survey.closesAt) })] : []),
      ].join(" "),
      words(survey.privacy),
      ...(ctx.place.officePhone ? [words("paperToo", { phone: ctx.place.officePhone })] : []),
    ],
  };
};
