import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { type Answers, type Questionnaire, wordsIn } from "#methods/questionnaire.ts";
import type { ShownPage, State } from "#methods/questionnaire-state.ts";
import { answerInWords, pipe } from "#methods/questionnaire-words.ts";
import type { Names } from "#modules/surveys/directory/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Prose, Section, Stack, Title } from "#ui/page.tsx";
import { QuestionField } from "#ui/question.tsx";
import { DirectoryList } from "#ui/question-names.tsx";
import type { Drawing } from "#ui/question-words.ts";
import { say } from "./messages.ts";

export type Base = { readonly ctx: Context; readonly survey: SurveyRow; readonly formKey: string };

export const htmlLanguage = (language: string): string => (language === "de-x-easy" ? "de" : language);

/** Whoever asks, as a line above the title. */
export const askerOf = (ctx: Context, { organization }: SurveyRow): string =>
  organization === null ? say(ctx)("byTown", { town: ctx.place.name }) : say(ctx)("by", { organization });

/** What the questions need to be drawn with these answers. */
export const drawingOf = (
  ctx: Context,
  questionnaire: Questionnaire,
  language: string,
  answers: Answers,
  names: Names,
): Drawing => ({
  questionnaire,
  language,
  asked: { answers, today: isoDay(ctx.now) },
  municipalities: names.municipalities,
  named: names.named,
});

/** Nothing lies under this code any more. */
export const GoneView = ({ ctx, survey }: Pick<Base, "ctx" | "survey">) => (
  <>
    <Title heading={survey.title} />
    <Notice ctx={ctx} kind="warning" heading={say(ctx)("gone")}>
      <p>{say(ctx)("goneText")}</p>
    </Notice>
  </>
);

type QuestionsProps = Base & {
  readonly pages: readonly ShownPage[];
  readonly drawing: Drawing;
  readonly names: Names;
  readonly form: Filled;
  readonly action: string;
  readonly submit: string;
  readonly next?: string | undefined;
  readonly secondary?:
    | readonly { readonly label: string; readonly name: string; readonly value: string }[]
    | undefined;
  readonly heading: string;
  readonly kind: string;
  /** What is said above the questions. */
  readonly notice?: string | undefined;
};

/** Questions of one page, or of all pages of a questionnaire that is answered in one go. */
export const QuestionsView = (props: QuestionsProps) => {
  const {
    ctx,
    pages,
    drawing,
    names,
    form,
    action,
    submit,
    next,
    secondary,
    heading,
    kind,
    notice,
    formKey,
  } = props;
  const first = drawing.questionnaire.languages[0] ?? "de";
  const text = (words: Parameters<typeof wordsIn>[0]): string =>
    pipe(wordsIn(words, drawing.language, first), drawing.asked.answers, drawing.questionnaire, drawing);
  return (
    <>
      <Title kind={kind} heading={heading} lead={say(ctx)("required")} />
      {notice && <Notice ctx={ctx} kind="warning" heading={notice} />}
      <div lang={htmlLanguage(drawing.language)}>
        <Form
          ctx={ctx}
          action={action}
          submit={submit}
          formKey={formKey}
          form={form}
          next={next}
          secondary={secondary}
        >
          {pages.map(({ page, questions }) => (
            <>
              {pages.length > 1 && page.title && <h2>{text(page.title)}</h2>}
              {page.text && <Prose html={renderMarkdown(text(page.text))} />}
              {questions.map((question) => (
                <QuestionField question={question} drawing={drawing} />
              ))}
            </>
          ))}
        </Form>
      </div>
      {names.organizations.length > 0 && <DirectoryList names={names.organizations} />}
    </>
  );
};

type ReviewProps = Base & {
  readonly questionnaire: Questionnaire;
  readonly state: State;
  readonly language: string;
  readonly names: Names;
  readonly refusal?: "stillWrong" | undefined;
};

/** Everything that was answered, page by page, before it is sent. */
export const ReviewView = ({
  ctx,
  survey,
  formKey,
  questionnaire,
  state,
  language,
  names,
  refusal,
}: ReviewProps) => {
  const words = say(ctx);
  const first = questionnaire.languages[0] ?? "de";
  const writing = { language, named: names.named };
  const pageTitle = ({ page }: ShownPage, index: number): string =>
    wordsIn(page.title, language, first) || words("page", { n: index + 1, all: state.pages.length });
  return (
    <>
      <Title heading={words("review")} lead={words("reviewLead")} />
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words("stillWrong")}>
          <p>{words("stillWrongText")}</p>
        </Notice>
      )}
      {state.pages.map((shown, index) => {
        const title = pageTitle(shown, index);
        return (
          <Section
            id={`seite-${shown.page.name}`}
            heading={title}
            link={{
              href: paths.page(survey.slug, shown.page.name),
              label: words("changeOf", { page: title }),
            }}
          >
            <Pairs
              pairs={shown.questions
                .filter(({ kind }) => kind !== "note")
                .map((question) => [
                  pipe(wordsIn(question.label, language, first), state.values, questionnaire, writing),
                  answerInWords(question, state.values[question.name], state.values, first, writing) ||
                    words("noAnswer"),
                ])}
            />
          </Section>
        );
      })}
      <Form
        ctx={ctx}
        action={paths.review(survey.slug)}
        submit={words("send")}
        formKey={formKey}
        next={words(survey.privacy === "named" ? "sendNextNamed" : "sendNext")}
      />
    </>
  );
};

/** The end: it has arrived. */
export const ThanksView = ({
  ctx,
  survey,
  thanks,
  lang,
}: Pick<Base, "ctx" | "survey"> & { readonly thanks: string; readonly lang: string }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("sentHeading")} lead={words("sentLead")} />
      <Stack wide>
        {thanks && <Prose html={renderMarkdown(thanks)} lang={htmlLanguage(lang)} />}
        <p class="al-soft">{words("sentOnce")}</p>
        {survey.asksContact && (
          <>
            <p>{words("contactText")}</p>
            <Actions>
              <ButtonLink href={paths.contact(survey.slug)} kind="secondary">
                {words("contact")}
              </ButtonLink>
            </Actions>
          </>
        )}
        <p>
          <a href={paths.results(survey.slug)}>{words("results")}</a>
        </p>
      </Stack>
    </>
  );
};
