import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { lengthOf } from "#modules/surveys/answering/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { say } from "#modules/surveys/register/messages.ts";
import type { Standing } from "#modules/surveys/register/queries.ts";
import { StateOf } from "#modules/surveys/register/views.tsx";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { accessName, privacyName } from "#modules/surveys/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type OverviewProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly content: Questionnaire;
  readonly version: number;
  readonly standing: Standing;
  readonly address: string;
  readonly notice?: string | undefined;
};

type Line = {
  readonly step: "questions" | "access" | "invite" | "answers" | "results";
  readonly state: "yes" | "wait" | "info";
  readonly sentences: readonly string[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
};

const questionsLine = ({ ctx, survey, content, version }: OverviewProps): Line => {
  const words = say(ctx);
  const { questions, minutes } = lengthOf(content);
  return {
    step: "questions",
    state: questions > 0 ? "yes" : "wait",
    sentences: [
      questions > 0
        ? words("said_questions", { n: questions, minutes: words("minutes", { n: minutes }) })
        : words("said_noQuestions"),
      ...(version > 1 ? [words("said_version", { n: version })] : []),
    ],
    links: [
      { href: paths.questions(survey.id), label: words("toQuestions") },
      { href: paths.blocks(survey.id), label: words("toBlocks") },
      { href: paths.preview(survey.id), label: words("toPreview") },
      { href: paths.trial(survey.id), label: words("toTrial") },
    ],
  };
};

const accessLine = ({ ctx, survey, address }: OverviewProps): Line => {
  const words = say(ctx);
  const privacy = privacyName(ctx, survey.privacy);
  return {
    step: "access",
    state: "yes",
    sentences: [
      words("said_access", { privacy, access: accessName(ctx, survey.access) }),
      words("said_threshold", { n: survey.threshold }),
      words("said_address", { address }),
    ],
    links: [
      { href: paths.settings(survey.id), label: words("toSettings") },
      { href: paths.answer(survey.slug), label: words("toPublic") },
      { href: paths.privacy(survey.slug), label: words("toPrivacy", { privacy }) },
    ],
  };
};

const inviteLine = ({ ctx, survey, standing: { invited } }: OverviewProps): Line => {
  const words = say(ctx);
  const isOpen = survey.access === "open";
  return {
    step: "invite",
    state: isOpen ? "info" : invited > 0 ? "yes" : "wait",
    sentences: [
      isOpen
        ? words("said_openAccess")
        : invited > 0
          ? words("said_invite", { n: invited })
          : words("said_noInvite"),
    ],
    links: [...(isOpen ? [] : [{ href: paths.invitations(survey.id), label: words("toInvitations") }])],
  };
};

const answersLine = ({ ctx, survey, standing: { responses } }: OverviewProps): Line => {
  const words = say(ctx);
  const { all, web, paper, phone } = responses;
  const share =
    survey.population && all > 0
      ? [
          words("said_rate", {
            share: (all / survey.population).toLocaleString(ctx.language.slice(0, 2), {
              style: "percent",
            }),
            n: survey.population,
            source: survey.populationWords,
          }),
        ]
      : [];
  return {
    step: "answers",
    state: all > 0 ? "yes" : "wait",
    sentences:
      all > 0
        ? [words("said_answers", { n: all }), words("said_ways", { web, paper, phone }), ...share]
        : [words("said_noAnswers")],
    links: [
      { href: paths.progress(survey.id), label: words("toProgress") },
      ...(survey.asksContact ? [{ href: paths.contacts(survey.id), label: words("toContacts") }] : []),
      ...(survey.state === "draft"
        ? []
        : [
            { href: paths.paper(survey.slug), label: words("toPaper") },
            { href: paths.batches(survey.id), label: words("toBatches") },
          ]),
      { href: paths.counts(survey.id), label: words("toCounts") },
    ],
  };
};

const resultsLine = ({ ctx, survey, standing: { releases } }: OverviewProps): Line => {
  const words = say(ctx);
  return {
    step: "results",
    state: releases > 0 ? "yes" : "wait",
    sentences: [releases > 0 ? words("said_results", { n: releases }) : words("said_noResults")],
    links: [
      ...(survey.privacy === "counters" ? [] : [{ href: paths.texts(survey.id), label: words("toTexts") }]),
      { href: paths.releases(survey.id), label: words("toReleases") },
      ...(releases > 0 ? [{ href: paths.results(survey.slug), label: words("toResults") }] : []),
      { href: paths.exports(survey.id), label: words("toExports") },
    ],
  };
};

const notices = ["begonnen", "gespeichert", "eroeffnet", "beendet"] as const;
const isNotice = (text: string | undefined): text is (typeof notices)[number] =>
  notices.some((notice) => notice === text);

/** What just happened to a survey. */
export const Told = ({ ctx, notice }: { readonly ctx: Context; readonly notice?: string | undefined }) =>
  isNotice(notice) ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} /> : null;

/** One survey as a way of five steps, each with where it stands and where it goes on. */
export const OverviewView = (props: OverviewProps) => {
  const { ctx, survey, notice } = props;
  const words = say(ctx);
  const lines = [questionsLine, accessLine, inviteLine, answersLine, resultsLine].map((line) => line(props));
  const opens = survey.state !== "open";
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} part="overview" lead={survey.words || undefined} />
      <Told ctx={ctx} notice={notice} />
      <Actions>
        <StateOf ctx={ctx} survey={survey} />
        {survey.closedAt !== null && survey.state === "closed" && (
          <span class="al-soft">{dayWithYear(ctx, survey.closedAt)}</span>
        )}
        <ButtonLink
          href={opens ? paths.opening(survey.id) : paths.closing(survey.id)}
          kind={survey.state === "draft" ? "primary" : "secondary"}
        >
          {words(survey.state === "draft" ? "opening" : opens ? "reopening" : "closing")}
        </ButtonLink>
      </Actions>
      <Section id="schritte" heading={words("steps")}>
        <ItemList
          items={lines.map(({ step, state, sentences, links }, index) => ({
            title: `${index + 1}. ${words(`step_${step}`)}`,
            text: (
              <>
                {sentences.map((sentence) => (
                  <p>{sentence}</p>
                ))}
                <Actions>
                  {links.map(({ href, label }) => (
                    <a href={href}>{label}</a>
                  ))}
                </Actions>
              </>
            ),
            end: <State kind={state}>{words(`is_${state}`)}</State>,
          }))}
        />
      </Section>
    </Stack>
  );
};
