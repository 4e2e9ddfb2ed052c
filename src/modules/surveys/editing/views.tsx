import type { Context } from "#core/context.ts";
import { type Page, type Question, type Questionnaire, wordsIn } from "#methods/questionnaire.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { conditionInWords, numbersOf } from "#modules/surveys/conditions/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { SaveRefusal } from "#modules/surveys/questionnaires/commands.ts";
import type { QuestionnaireRow } from "#modules/surveys/questionnaires/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { options, Select } from "#ui/choices.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { kinds, missingLanguages } from "./queries.ts";

export type Base = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly survey: SurveyRow;
  readonly current: QuestionnaireRow;
};

export type Refusal = SaveRefusal | "nothing";

const notices = ["gespeichert", "verschoben", "verdoppelt", "entfernt", "zurueck", "eingefuegt"] as const;
const isNotice = (text: string | undefined): text is (typeof notices)[number] =>
  notices.some((notice) => notice === text);

type ToldProps = {
  readonly ctx: Context;
  readonly notice?: string | undefined;
  readonly refusal?: Refusal | undefined;
};

/** What just happened to the questions, or why it did not. */
export const Told = ({ ctx, notice, refusal }: ToldProps) => {
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />;
  return isNotice(notice) ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} /> : null;
};

const firstOf = ({ languages }: Questionnaire): string => languages[0] ?? "de";

/** A question as the list names it. */
export const nameOf = (ctx: Context, content: Questionnaire, question: Question): string =>
  wordsIn(question.label, ctx.language, firstOf(content)) || question.name;

const Choices = ({ ctx, content, question }: Pick<Base, "ctx"> & Shown) => {
  if (!("choices" in question)) return null;
  const first = firstOf(content);
  const shown = question.choices.slice(0, 8).map(({ label }) => wordsIn(label, ctx.language, first));
  const other = "other" in question && question.other ? [wordsIn(question.other, ctx.language, first)] : [];
  const more = question.choices.length > 8 ? ["…"] : [];
  return <p>{[...shown, ...more, ...other].join(" · ")}</p>;
};

type Shown = { readonly content: Questionnaire; readonly question: Question };

const About = ({ ctx, content, question }: Pick<Base, "ctx"> & Shown) => {
  const words = say(ctx);
  const condition =
    question.kind === "calculation" ? undefined : conditionInWords(ctx, content, question.when);
  const missing = missingLanguages(content, question).map((code) => languageName(ctx, code));
  const required = "required" in question && question.required ? [words("required")] : [];
  const remarks = [...required, ...(condition ? [condition] : [])];
  return (
    <>
      <Choices ctx={ctx} content={content} question={question} />
      {remarks.length > 0 && <p class="al-soft">{remarks.join(" · ")}</p>}
      {missing.length > 0 && (
        <p class="al-soft">{words("missingWords", { languages: missing.join(", ") })}</p>
      )}
    </>
  );
};

const Tools = ({ ctx, formKey, survey, current, question }: Base & { readonly question: Question }) => {
  const words = say(ctx);
  const object = nameOf(ctx, current.content, question);
  const to = (what: string) => `${paths.questions(survey.id)}/${question.name}/${what}`;
  const values = { revision: String(current.revision) };
  const doing = [
    ["up", "hoch"],
    ["down", "runter"],
    ["double", "verdoppelung"],
    ["remove", "entfernung"],
  ] as const;
  return (
    <Actions>
      <ActionLink href={paths.question(survey.id, question.name)} label={words("edit")} object={object} />
      {doing.map(([label, what]) => (
        <ActionForm
          action={to(what)}
          label={words(label)}
          object={object}
          formKey={`${formKey}${what[0]}${question.name}`.slice(0, 64)}
          values={values}
        />
      ))}
    </Actions>
  );
};

/** The form that begins a question at a place. */
const Insert = ({ ctx, formKey, survey, current, page }: Base & { readonly page: Page }) => {
  const words = say(ctx);
  const places = [
    ...page.questions.map((question) => ({
      value: question.name,
      label: nameOf(ctx, current.content, question).slice(0, 60),
    })),
  ].reverse();
  return (
    <More summary={words("insert")} open={page.questions.length === 0}>
      <Form
        ctx={ctx}
        id={`neu-${page.name}`}
        action={paths.questions(survey.id)}
        submit={words("insertHere")}
        formKey={`${formKey}n${page.name}`.slice(0, 64)}
        quiet
      >
        <HiddenField name="revision" value={String(current.revision)} />
        <Select
          name="kind"
          label={words("kind")}
          options={options(kinds, (kind) => words(`kind_${kind}`))}
          value="single"
          blank={false}
        />
        <Select
          name="after"
          label={words("after")}
          options={[...places, { value: page.name, label: words("first") }]}
          blank={false}
        />
      </Form>
    </More>
  );
};

const PageOf = (props: Base & { readonly page: Page; readonly index: number }) => {
  const { ctx, formKey, survey, current, page, index } = props;
  const words = say(ctx);
  const { content } = current;
  const title = wordsIn(page.title, ctx.language, firstOf(content));
  const numbers = numbersOf(content);
  const values = { revision: String(current.revision) };
  const to = (what: string) => `${paths.questions(survey.id)}/${page.name}/${what}`;
  return (
    <Section
      id={`seite-${page.name}`}
      heading={title ? words("pageNamed", { n: index + 1, title }) : words("page", { n: index + 1 })}
      link={{ href: to("seite"), label: words("changePage") }}
    >
      {page.when && <p class="al-soft">{conditionInWords(ctx, content, page.when)}</p>}
      {page.questions.length === 0 ? (
        <Empty heading={words("emptyPage")} />
      ) : (
        <ItemList
          items={page.questions.map((question) => ({
            title: [numbers.get(question.name), nameOf(ctx, content, question)]
              .filter((part) => part !== undefined)
              .join(". "),
            href: paths.question(survey.id, question.name),
            kind: words(`kind_${question.kind}`),
            text: (
              <div id={`frage-${question.name}`}>
                <About ctx={ctx} content={content} question={question} />
                <Tools {...props} question={question} />
              </div>
            ),
          }))}
        />
      )}
      <Insert {...props} />
      <Actions>
        <ActionForm
          action={to("danach")}
          label={words("addPage")}
          formKey={`${formKey}p${page.name}`.slice(0, 64)}
          values={values}
        />
        {content.pages.length > 1 && (
          <ActionForm
            action={to("aufloesung")}
            label={words("removePage")}
            formKey={`${formKey}w${page.name}`.slice(0, 64)}
            values={values}
          />
        )}
      </Actions>
    </Section>
  );
};

/** The questionnaire as it will be read, with the tools beside each question. */
export const QuestionsView = (props: Base & ToldProps & { readonly canUndo: boolean }) => {
  const { ctx, formKey, survey, current, notice, refusal, canUndo } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="questions"
        heading={words("heading")}
        lead={words("lead")}
      />
      <Told ctx={ctx} notice={notice} refusal={refusal} />
      <Actions>
        <ButtonLink href={paths.trial(survey.id)}>{words("trial")}</ButtonLink>
        <ButtonLink href={paths.preview(survey.id)} kind="secondary">
          {words("preview")}
        </ButtonLink>
        <ButtonLink href={paths.blocks(survey.id)} kind="secondary">
          {words("blocks")}
        </ButtonLink>
        <a href={paths.wording(survey.id)}>{words("about")}</a>
        <a href={paths.imports(survey.id)}>{words("imports")}</a>
        {canUndo && (
          <ActionForm
            action={paths.undo(survey.id)}
            label={words("undo")}
            formKey={`${formKey}zurueck`}
            values={{ revision: String(current.revision) }}
          />
        )}
      </Actions>
      {current.content.pages.map((page, index) => (
        <PageOf ctx={ctx} formKey={formKey} survey={survey} current={current} page={page} index={index} />
      ))}
    </Stack>
  );
};
