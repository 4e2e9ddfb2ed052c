import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { say } from "./messages.ts";
import { addressOf, letterWords, type News } from "./queries.ts";

type Letter = {
  readonly survey: SurveyRow;
  readonly minutes: number;
  readonly news: News;
  readonly code: string;
  readonly to: {
    readonly id: Id<"surveyInvitation">;
    readonly name: string;
    readonly email: string;
    readonly personId: Id<"person"> | null;
    readonly language: string | null;
  };
};

/** Writes to somebody who is asked. The code leaves the outbox with the mail: see `core/mail-sending`. */
export const writeTo = async (ctx: Context, { survey, minutes, news, code, to }: Letter): Promise<void> => {
  const reader = to.language ? { ...ctx, language: to.language } : ctx;
  const words = say(reader);
  const { subject, paragraphs } = letterWords(reader, survey, minutes, news);
  await sendMail(ctx, {
    key: `survey.${news}:${to.id}`,
    kind: "survey.asked",
    to: {
      email: to.email,
      name: to.name,
      ...(to.personId ? { personId: to.personId } : {}),
      ...(to.language ? { language: to.language } : {}),
    },
    subject,
    paragraphs: [...paragraphs, words("code", { code }), ...(news === "last" ? [] : [words("declineText")])],
    actions: [{ label: words("action"), path: addressOf(survey, code) }],
    unsubscribePath: `${paths.decline(survey.slug)}?code=${code}`,
  });
};
