import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { questionsOf } from "#methods/questionnaire.ts";
import type { Finding } from "#methods/questionnaire-check.ts";
import type { ShownPage } from "#methods/questionnaire-state.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { lengthOf } from "#modules/surveys/answering/queries.ts";
import { QuestionsView } from "#modules/surveys/answering/views.tsx";
import type { Names } from "#modules/surveys/directory/queries.ts";
import { isMistake } from "#modules/surveys/editing/queries.ts";
import { nameOf } from "#modules/surveys/editing/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { QuestionnaireRow } from "#modules/surveys/questionnaires/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack } from "#ui/page.tsx";
import type { Drawing } from "#ui/question-words.ts";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly current: QuestionnaireRow;
};

type PreviewProps = Base & {
  readonly formKey: string;
  readonly pages: readonly ShownPage[];
  readonly drawing: Drawing;
  readonly names: Names;
  readonly form: Filled;
  readonly checked: boolean;
};

/** The questionnaire as respondents see it; sent, it shows what these answers lead to. */
export const PreviewView = (props: PreviewProps) => {
  const { ctx, survey, current, pages, drawing, names, form, checked, formKey } = props;
  const words = say(ctx);
  const shown = pages.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="questions"
        heading={words("preview")}
        lead={words("previewLead")}
      />
      <Actions>
        {current.content.languages.length > 1 &&
          current.content.languages.map((language) => (
            <a
              href={`${paths.preview(survey.id)}?auf=${language}`}
              aria-current={language === drawing.language ? "true" : undefined}
            >
              {words("language", { language: languageName(ctx, language) })}
            </a>
          ))}
        <a href={paths.trial(survey.id)}>{words("trial")}</a>
        {checked && <a href={paths.preview(survey.id)}>{words("all")}</a>}
      </Actions>
      {pages.length === 0 ? (
        <Empty heading={words("previewNone")} />
      ) : (
        <QuestionsView
          ctx={ctx}
          survey={survey}
          formKey={formKey}
          pages={pages}
          drawing={drawing}
          names={names}
          form={form}
          action={`${paths.preview(survey.id)}?auf=${drawing.language}`}
          submit={words("check")}
          next={words("checkNext")}
          notice={checked ? words("seen", { n: shown }) : undefined}
          heading={survey.title}
          kind={words("preview")}
        />
      )}
    </Stack>
  );
};

type TrialProps = Base & { readonly findings: readonly Finding[] };

/** What the test run found, each with the way to the question. */
export const TrialView = ({ ctx, survey, current, findings }: TrialProps) => {
  const words = say(ctx);
  const { questions, minutes } = lengthOf(current.content);
  const named = new Map(
    questionsOf(current.content).map(({ question }) => [question.name, question] as const),
  );
  const titleOf = (name: string): string => {
    const question = named.get(name);
    return question ? nameOf(ctx, current.content, question) : name;
  };
  const aboutOf = ({ kind, about, question }: Finding): string => {
    if (kind === "missingLanguage") return languageName(ctx, about ?? "");
    if (kind === "double") return question;
    return kind === "goneChoice" ? (about ?? "") : titleOf(about ?? "");
  };
  const list = (some: readonly Finding[]) => (
    <ItemList
      items={some.map((finding) => ({
        title: titleOf(finding.question),
        text: words(`found_${finding.kind}`, { about: aboutOf(finding) }),
        end: named.has(finding.question) ? (
          <ActionLink
            href={paths.question(survey.id, finding.question)}
            label={words("edit")}
            object={titleOf(finding.question)}
          />
        ) : undefined,
      }))}
    />
  );
  const mistakes = findings.filter(isMistake);
  const hints = findings.filter((finding) => !isMistake(finding));
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="questions"
        heading={words("trial")}
        lead={words("trialLead")}
      />
      <p>
        {words("lengthSentence", {
          questions: words("length", { n: questions }),
          minutes: words("minutes", { n: minutes }),
        })}
      </p>
      {mistakes.length === 0 && <Notice ctx={ctx} kind="success" heading={words("fine")} />}
      {mistakes.length > 0 && (
        <Section id="fehler" heading={words("mistakes")}>
          {list(mistakes)}
        </Section>
      )}
      {hints.length > 0 && (
        <Section id="hinweise" heading={words("hints")}>
          {list(hints)}
        </Section>
      )}
      <Actions>
        <a href={paths.preview(survey.id)}>{words("preview")}</a>
      </Actions>
    </Stack>
  );
};
