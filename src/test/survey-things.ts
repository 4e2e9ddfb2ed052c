import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { type Makers, made } from "./made.ts";

const content = (title: string, name: string): Questionnaire => ({
  title: { de: title },
  languages: ["de"],
  pages: [
    {
      name: "seite1",
      questions: [{ kind: "text", name, label: { de: "Was fehlt?" } }],
    },
  ],
});

/** A draft of the club, and a survey of the town that runs. */
export const surveyThings = async ({ office, club }: Makers) => {
  const { name, slug: town } = office.place;
  const surveyQuestion = `frage-${town}`;
  const draft = `Entwurf ${name}`;
  const survey = await addSurvey(
    office,
    { title: draft },
    { organizationId: club, content: content(draft, surveyQuestion) },
  );
  const title = `Umfrage ${name}`;
  const running = await addSurvey(office, { title }, { content: content(title, surveyQuestion) });
  made(await openSurvey(office, running, content(title, surveyQuestion)));
  const { slug } = await office.db
    .selectFrom("surveys")
    .select("slug")
    .where("id", "=", running)
    .executeTakeFirstOrThrow();
  return { survey, surveySlug: slug, surveyQuestion, surveyPage: "seite1" };
};
