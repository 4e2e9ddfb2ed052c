import type { Filled } from "#core/input.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { say as editorSay } from "#modules/surveys/editing/messages.ts";
import { type Base, nameOf, type Refusal, Told } from "#modules/surveys/editing/views.tsx";
import { EachLanguage } from "#modules/surveys/one-question/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { CheckboxGroup } from "#ui/choices.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type RemovingProps = Base & {
  readonly name: string;
  readonly dependents: readonly string[];
  readonly refusal?: Refusal | undefined;
};

/** Before a question goes that others refer to. */
export const RemovingView = ({ ctx, formKey, survey, current, name, dependents, refusal }: RemovingProps) => {
  const words = editorSay(ctx);
  const questions = current.content.pages.flatMap((page) => page.questions);
  const called = (of: string): string => {
    const question = questions.find((one) => one.name === of);
    return question ? nameOf(ctx, current.content, question) : of;
  };
  return (
    <Stack>
      <SurveyHead ctx={ctx} survey={survey} heading={words("removing", { question: called(name) })} />
      <Told ctx={ctx} refusal={refusal} />
      <p>{words("removingLead")}</p>
      <ItemList items={dependents.map((of) => ({ title: called(of) }))} />
      <Form
        ctx={ctx}
        action={`${paths.questions(survey.id)}/${name}/entfernung`}
        submit={words("removeAnyway")}
        formKey={formKey}
        cancel={{ href: paths.questions(survey.id), label: words("keep") }}
      >
        <HiddenField name="revision" value={String(current.revision)} />
        <HiddenField name="anyway" value="ja" />
      </Form>
    </Stack>
  );
};

type AboutProps = Base & { readonly form: Filled; readonly refusal?: Refusal | undefined };

const spoken = ["de", "en", "hsb", "de-x-easy", "pl", "cs", "uk", "ru", "ar"] as const;

/** Title, introduction and languages of the whole. */
export const AboutView = ({ ctx, formKey, survey, current, form, refusal }: AboutProps) => {
  const words = editorSay(ctx);
  const { content } = current;
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} part="questions" heading={words("about")} />
      <Told ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={paths.wording(survey.id)}
        submit={words("save")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.questions(survey.id), label: words("back") }}
      >
        <HiddenField name="revision" value={String(current.revision)} />
        <EachLanguage ctx={ctx} content={content} name="title" label={words("title")} />
        <EachLanguage
          ctx={ctx}
          content={content}
          name="introduction"
          label={words("introduction")}
          hint={words("introductionHint")}
          rows={5}
          optional
        />
        <EachLanguage ctx={ctx} content={content} name="thanks" label={words("thanks")} rows={3} optional />
        <CheckboxGroup
          name="languages"
          label={words("languages")}
          hint={words("languagesHint")}
          options={[...new Set([...content.languages, ...spoken])].map((value) => ({
            value,
            label: languageName(ctx, value),
          }))}
        />
      </Form>
    </Stack>
  );
};

type PageProps = Base & {
  readonly pageName: string;
  readonly form: Filled;
  readonly refusal?: Refusal | undefined;
};

/** Title and text of one page. */
export const PageView = ({ ctx, formKey, survey, current, pageName, form, refusal }: PageProps) => {
  const words = editorSay(ctx);
  const { content } = current;
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} part="questions" heading={words("changePage")} />
      <Told ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={`${paths.questions(survey.id)}/${pageName}/seite`}
        submit={words("save")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.questions(survey.id), label: words("back") }}
      >
        <HiddenField name="revision" value={String(current.revision)} />
        <EachLanguage ctx={ctx} content={content} name="title" label={words("pageTitle")} optional />
        <EachLanguage ctx={ctx} content={content} name="text" label={words("pageText")} rows={4} optional />
      </Form>
    </Stack>
  );
};
